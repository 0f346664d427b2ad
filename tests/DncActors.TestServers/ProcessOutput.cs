using System.Diagnostics;
using System.Text;

namespace DncActors.TestServers;

/// <summary>Everything that a process printed, from its first line on.</summary>
public sealed class ProcessOutput
{
    readonly Lock gate = new();
    readonly StringBuilder text = new();

    public override string ToString()
    {
        lock (gate)
        {
            return text.ToString();
        }
    }

    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    void Add(string? line)
    {
        if (line is null) return;
        lock (gate)
        {
            text.Append(line).Append('\n');
        }
    }
}
