using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DncActors.ClusterTests.Host;

namespace DncActors.ClusterTests.Readme;

/// <summary>The README's tour works as it is printed.</summary>
public sealed class TourTests
{
    const string Separator = "----8<----";

    [Fact]
    public async Task Every_command_of_the_tour_answers_what_the_readme_prints()
    {
        var steps = TourReader.Read(await File.ReadAllTextAsync(FindReadme(), TestContext.Current.CancellationToken));
        Assert.True(steps.Count(step => step.Answer is not null) >= 5, "The README has lost its tour.");
        await using var host = await HostProcess.StartAsync(new HostStart { Demo = true });

        var answers = await TypeAsync(steps, host);

        Assert.Equal(steps.Count, answers.Length);
        var differences = steps.Zip(answers).SelectMany(pair => Compare(pair.First, pair.Second)).ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    static IEnumerable<string> Compare(TourStep step, string answer)
    {
        if (step.Answer is null) return [];
        try
        {
            return PrintedJson.Differences(JsonDocument.Parse(step.Answer).RootElement, JsonDocument.Parse(answer).RootElement)
                .Select(difference => $"{step.Commands}\n  {difference}");
        }
        catch (JsonException fault)
        {
            return [$"{step.Commands}\n  {fault.Message}:\n{answer}"];
        }
    }

    /// <summary>All steps in one shell, as a person types them, against this host instead of the one on port 8080.</summary>
    static async Task<string[]> TypeAsync(IReadOnlyList<TourStep> steps, HostProcess host)
    {
        var script = new StringBuilder("set -e\n");
        foreach (var step in steps)
        {
            script.Append(step.Commands.Replace("http://localhost:8080", host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
                .Replace("dnc_…", host.AdministratorKey, StringComparison.Ordinal)).Append($"\necho; echo '{Separator}'\n");
        }
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, $"{await errors}\n{output}");
        return output.Split(Separator)[..^1];
    }

    static string FindReadme()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DncActors.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "README.md");
    }
}
