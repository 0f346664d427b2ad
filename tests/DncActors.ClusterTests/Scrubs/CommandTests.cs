using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Scrubs;

/// <summary><c>dnc scrub</c> against the real host.</summary>
public sealed class CommandTests(SharedHost shared) : IDisposable
{
    const string Phones = "name,phone\nJane,2025550124\nJoe,2025550123\n";

    readonly string directory = Directory.CreateTempSubdirectory("dnc-command-").FullName;

    [Fact]
    public async Task It_writes_a_whole_answer_and_says_what_came_of_it()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        (await admin.PostAsync("/v1/dnc/entries", new { phone = "2025550124", channels = new[] { "call" }, reason = "asked" })).Expect(HttpStatusCode.Created);
        var (file, output) = (Make("leads.csv", Phones), Path.Combine(directory, "out.csv"));
        string[] arguments = ["scrub", file, "--url", host.Address.ToString()];

        var done = await CommandProcess.RunAsync(host.AdministratorKey, [.. arguments, "--output", output, "--fail-on-blocked"]);
        Assert.Equal((3, ""), (done.ExitCode, done.Output));
        Assert.Contains("2 lines: 1 allowed, 1 blocked, 0 invalid.", done.Errors, StringComparison.Ordinal);
        Assert.Equal(
            "name,phone,verdict,reason\nJane,2025550124,blocked,dnc.entry\nJoe,2025550123,allowed,\n",
            await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));

        var some = await CommandProcess.RunAsync(host.AdministratorKey, [.. arguments, "--only", "allowed", "--channel", "call"]);
        Assert.Equal((0, "name,phone,verdict,reason\nJoe,2025550123,allowed,\n"), (some.ExitCode, some.Output));

        var refused = await CommandProcess.RunAsync("not-a-key", [.. arguments, "--output", Path.Combine(directory, "none.csv")]);
        Assert.Equal(1, refused.ExitCode);
        Assert.DoesNotContain("not-a-key", refused.Errors + refused.Output, StringComparison.Ordinal);

        var column = await CommandProcess.RunAsync(host.AdministratorKey, [.. arguments, "--column", "mobile"]);
        Assert.Equal(1, column.ExitCode);
        Assert.Contains("column", column.Errors, StringComparison.Ordinal);
        Assert.Equal(["leads.csv", "out.csv"], Directory.EnumerateFiles(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("scrub", "there-is-none.csv")]
    [InlineData("scrub")]
    [InlineData("scrub", "x.csv", "--channel", "fax")]
    [InlineData("scrub", "x.csv", "--delimiter", "ab")]
    [InlineData("scrub", "x.csv", "--url", "here")]
    [InlineData("scrub", "x.csv", "--surprise")]
    public async Task What_cannot_be_asked_is_told_with_two(params string[] arguments)
    {
        var told = await CommandProcess.RunAsync("key", arguments);
        Assert.Equal((2, ""), (told.ExitCode, told.Output));
        Assert.StartsWith("dnc: ", told.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    string Make(string name, string text)
    {
        var path = Path.Combine(directory, name);
        File.WriteAllText(path, text);
        return path;
    }
}
