using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DncActors.Benchmarks.Compare;

/// <summary>Everything that was measured, every round of it, in a file.</summary>
static class BenchReport
{
    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(string path, object settings, object results)
    {
        var machine = await Machine.ReadAsync();
        Console.WriteLine($"\n{machine}");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var report = new { Date = TimeProvider.System.GetUtcNow(), Machine = machine, Settings = settings, Results = results };
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(report, Options) + "\n");
        Console.WriteLine($"All rounds: {Path.GetFullPath(path)}");
    }
}
