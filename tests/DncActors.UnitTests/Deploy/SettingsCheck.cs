using DncActors.Host.Settings;

namespace DncActors.UnitTests.Deploy;

/// <summary>Whether the host knows the settings that a file gives it.</summary>
static class SettingsCheck
{
    const string Prefix = "Dnc__";

    internal static void AllAreKnown(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var given = variables.Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(v => v.Key[Prefix.Length..], v => v.Value);
        Assert.NotEmpty(given);
        Assert.DoesNotContain(SettingsRules.Read(given).Wrong, wrong => wrong.Contains("is not a setting", StringComparison.Ordinal));
    }
}
