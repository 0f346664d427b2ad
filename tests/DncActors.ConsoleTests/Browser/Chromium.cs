namespace DncActors.ConsoleTests.Browser;

/// <summary>Debian's Chromium, or another that the environment names.</summary>
static class Chromium
{
    static readonly string[] _usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    internal static string Path => Environment.GetEnvironmentVariable("DNC_CHROMIUM") ?? Array.Find(_usual, File.Exists)
        ?? throw new FileNotFoundException("The tests of the console need Chromium: install it (test.sh does on Debian), or name it in DNC_CHROMIUM.");
}
