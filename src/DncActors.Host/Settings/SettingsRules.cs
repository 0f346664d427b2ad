using System.Globalization;
using System.Net;
using DncActors.Grains.Leases;
using DncActors.Storage.Postgres;

namespace DncActors.Host.Settings;

/// <summary>Reads the settings, and says of each that is wrong what to write instead: all of them at once, not one a start.</summary>
public static class SettingsRules
{
    const int ShortestKey = 8;
    const int LongestKey = 200;
    const int LongestDrain = 25;
    const int ClusterDrain = 5;
    const int LongestDays = 36_500;

    static readonly string[] Known =
    [
        nameof(DncOptions.Role), nameof(DncOptions.Storage), nameof(DncOptions.DataDirectory), nameof(DncOptions.ConnectionString), nameof(DncOptions.Demo),
        nameof(DncOptions.BootstrapKey), nameof(DncOptions.ClusterId), nameof(DncOptions.SiloPort), nameof(DncOptions.GatewayPort),
        nameof(DncOptions.AdvertisedAddress), nameof(DncOptions.AdvertisedSiloPort), nameof(DncOptions.GrpcUrl), nameof(DncOptions.Console),
        nameof(DncOptions.DrainSeconds), nameof(DncOptions.Dashboard), nameof(DncOptions.AccessRecordDays),
        .. LeaseSettings.Known, .. AdmissionSettings.Known, .. TelemetrySettings.Known, .. OpenIdSettings.Known,
    ];

    /// <param name="settings">The section's values, by their names in it; an empty value counts as none.</param>
    public static ReadSettings Read(IReadOnlyDictionary<string, string?> settings)
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var wrong = new List<string>();
        foreach (var (name, value) in settings)
        {
            if (value is null && settings.Keys.Any(other => other.StartsWith(name + ':', StringComparison.OrdinalIgnoreCase))) continue;
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase)) wrong.Add(Unknown(name));
            else if (!string.IsNullOrWhiteSpace(value)) given[name] = value.Trim();
        }

        var storage = Choice(given, nameof(DncOptions.Storage), StorageKind.Sqlite, wrong);
        var options = new DncOptions
        {
            Role = Choice(given, nameof(DncOptions.Role), DncRole.Node, wrong),
            Storage = storage,
            DataDirectory = given.GetValueOrDefault(nameof(DncOptions.DataDirectory), "./data"),
            ConnectionString = given.GetValueOrDefault(nameof(DncOptions.ConnectionString)),
            Demo = Flag(given, nameof(DncOptions.Demo), storage == StorageKind.Sqlite, wrong),
            BootstrapKey = Key(given, nameof(DncOptions.BootstrapKey), wrong),
            ClusterId = Slug(given, nameof(DncOptions.ClusterId), "dnc", wrong),
            SiloPort = Port(given, nameof(DncOptions.SiloPort), wrong),
            GatewayPort = Port(given, nameof(DncOptions.GatewayPort), wrong),
            AdvertisedAddress = Address(given, nameof(DncOptions.AdvertisedAddress), wrong),
            AdvertisedSiloPort = Port(given, nameof(DncOptions.AdvertisedSiloPort), wrong),
            GrpcUrl = given.GetValueOrDefault(nameof(DncOptions.GrpcUrl)),
            Console = Flag(given, nameof(DncOptions.Console), true, wrong),
            DrainSeconds = Drain(given, nameof(DncOptions.DrainSeconds), storage == StorageKind.Sqlite ? 0 : ClusterDrain, wrong),
            Dashboard = Flag(given, nameof(DncOptions.Dashboard), true, wrong),
            AccessRecordDays = Days(given, nameof(DncOptions.AccessRecordDays), 400, wrong),
            Lease = LeaseSettings.Read(given, wrong),
            Admission = AdmissionSettings.ReadAdmission(given, storage, wrong),
            RateLimits = AdmissionSettings.ReadRateLimits(given, wrong),
            Telemetry = TelemetrySettings.Read(given, wrong),
            OpenId = OpenIdSettings.Read(given, wrong),
        };
        wrong.AddRange(Together(options));
        return new(options, wrong);
    }

    /// <summary>What each allows and both together do not.</summary>
    static IEnumerable<string> Together(DncOptions options)
    {
        if (options is { Storage: StorageKind.Postgres, ConnectionString: null })
        {
            yield return "Dnc__Storage is postgres and Dnc__ConnectionString is not set: that is where everything is kept and where the processes find each "
                + "other. Write its connection string, such as Host=db;Database=dnc;Username=dnc;Password=…";
        }
        else if (options is { Storage: StorageKind.Postgres, ConnectionString: { } connection })
        {
            foreach (var line in PostgresOptionsRules.Check(new() { ConnectionString = connection })) yield return $"Dnc__{line}";
        }
        else if (options.Storage == StorageKind.Sqlite && options.Role != DncRole.Node)
        {
            yield return $"Dnc__Role is {Text(options.Role)} and Dnc__Storage is sqlite: SQLite serves one process, so its role is node. Set Dnc__Role=node.";
        }
        if (options is { Storage: StorageKind.Sqlite, ConnectionString: not null })
        {
            yield return "Dnc__ConnectionString is set and Dnc__Storage is sqlite, which takes none: remove it; Dnc__DataDirectory says where the files are.";
        }
        if (options is { Storage: StorageKind.Sqlite, AdvertisedAddress: not null })
        {
            yield return "Dnc__AdvertisedAddress is set and Dnc__Storage is sqlite: a process on SQLite is alone and nobody looks for it. Remove it.";
        }
        if (options is { Storage: StorageKind.Sqlite, AdvertisedSiloPort: not null })
        {
            yield return "Dnc__AdvertisedSiloPort is set and Dnc__Storage is sqlite: a process on SQLite is alone and nobody looks for it. Remove it.";
        }
        if (options.Storage == StorageKind.Sqlite && options.Lease != new LeaseOptions())
        {
            yield return "Dnc__Lease is set and Dnc__Storage is sqlite: a process on SQLite is alone, and its lease always holds. Remove it.";
        }
        if (options is { OpenId: not null, Console: false })
        {
            yield return "Dnc__OpenId is set and Dnc__Console is false: the console is where people sign in by it. Remove the one or the other.";
        }
        if (options.SiloPort is { } port && port == options.GatewayPort)
        {
            yield return $"Dnc__SiloPort and Dnc__GatewayPort are both {port}: give each a port of its own.";
        }
    }

    static string Unknown(string name)
    {
        var near = Known.MinBy(known => Distance(known, name))!;
        // A letter in four: what is farther off was meant otherwise, and the hint would mislead.
        var hint = Distance(near, name) <= Math.Max(1, near.Length / 4)
            ? $"did you mean Dnc__{Name(near)}?"
            : $"there are {string.Join(", ", Known.Select(k => $"Dnc__{Name(k)}"))}.";
        return $"Dnc__{Name(name)} is not a setting: {hint}";

        static string Name(string key) => key.Replace(":", "__", StringComparison.Ordinal);
    }

    static T Choice<T>(Dictionary<string, string> given, string name, T byDefault, List<string> wrong)
        where T : struct, Enum
    {
        if (!given.TryGetValue(name, out var value)) return byDefault;
        foreach (var choice in Enum.GetValues<T>())
        {
            if (value.Equals(choice.ToString(), StringComparison.OrdinalIgnoreCase)) return choice;
        }
        wrong.Add($"Dnc__{name} is '{value}': write {string.Join(" or ", Enum.GetValues<T>().Select(Text))}.");
        return byDefault;
    }

    static bool Flag(Dictionary<string, string> given, string name, bool byDefault, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return byDefault;
        if (bool.TryParse(value, out var flag)) return flag;
        wrong.Add($"Dnc__{name} is '{value}': write true or false.");
        return byDefault;
    }

    /// <summary>The value is a secret: it is never quoted.</summary>
    static string? Key(Dictionary<string, string> given, string name, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return null;
        if (value.Length is < ShortestKey or > LongestKey || value.Any(c => c is <= ' ' or > '~'))
        {
            wrong.Add($"Dnc__{name} has {value.Length} characters or ones that a header cannot carry: "
                + $"use {ShortestKey} to {LongestKey} letters, digits and signs, best of all `openssl rand -hex 32`.");
        }
        return value;
    }

    static string Slug(Dictionary<string, string> given, string name, string byDefault, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return byDefault;
        if (value.Length > 64 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            wrong.Add($"Dnc__{name} is '{value}': use at most 64 letters, digits, '-', '_' and '.'.");
        }
        return value;
    }

    static int? Port(Dictionary<string, string> given, string name, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65_535) return port;
        wrong.Add($"Dnc__{name} is '{value}': write a port between 1 and 65535.");
        return null;
    }

    static int Drain(Dictionary<string, string> given, string name, int byDefault, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return byDefault;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestDrain) return seconds;
        wrong.Add($"Dnc__{name} is '{value}': write a number of seconds between 0 and {LongestDrain}.");
        return byDefault;
    }

    static int Days(Dictionary<string, string> given, string name, int byDefault, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return byDefault;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= LongestDays) return days;
        wrong.Add($"Dnc__{name} is '{value}': write a number of days between 1 and {LongestDays}.");
        return byDefault;
    }

    static IPAddress? Address(Dictionary<string, string> given, string name, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return null;
        if (IPAddress.TryParse(value, out var address)) return address;
        wrong.Add($"Dnc__{name} is '{value}': write an IP address such as 10.0.0.5.");
        return null;
    }

    static string Text<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    /// <summary>How many letters apart, whatever their case (Levenshtein).</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(same ? diagonal : diagonal + 1, Math.Min(row[j], row[j - 1]) + 1));
            }
        }
        return row[b.Length];
    }
}
