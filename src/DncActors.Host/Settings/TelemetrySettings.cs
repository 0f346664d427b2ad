using System.Globalization;
using DncActors.Gateway;
using DncActors.Host.Telemetry;

namespace DncActors.Host.Settings;

/// <summary>Reads the settings <c>Dnc__Telemetry__…</c>.</summary>
static class TelemetrySettings
{
    const string Section = nameof(DncOptions.Telemetry) + ":";

    internal static readonly string[] Known =
    [
        Section + nameof(TelemetryOptions.Metrics), Section + nameof(TelemetryOptions.TraceRatio), Section + nameof(TelemetryOptions.OtlpEndpoint),
        Section + nameof(TelemetryOptions.OrganizationLabels),
    ];

    internal static TelemetryOptions Read(IReadOnlyDictionary<string, string> given, List<string> wrong)
    {
        var byDefault = new TelemetryOptions();
        return new()
        {
            Metrics = Flag(nameof(TelemetryOptions.Metrics), byDefault.Metrics),
            TraceRatio = Ratio(nameof(TelemetryOptions.TraceRatio), byDefault.TraceRatio),
            OtlpEndpoint = Address(nameof(TelemetryOptions.OtlpEndpoint)),
            OrganizationLabels = Number(nameof(TelemetryOptions.OrganizationLabels), byDefault.OrganizationLabels),
        };

        bool Flag(string name, bool otherwise)
        {
            if (!given.TryGetValue(Section + name, out var value)) return otherwise;
            if (bool.TryParse(value, out var flag)) return flag;
            wrong.Add($"Dnc__Telemetry__{name} is '{value}': write true or false.");
            return otherwise;
        }

        double Ratio(string name, double otherwise)
        {
            if (!given.TryGetValue(Section + name, out var value)) return otherwise;
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1) return ratio;
            wrong.Add($"Dnc__Telemetry__{name} is '{value}': write the part of the requests that are traced, between 0 for none and 1 for all.");
            return otherwise;
        }

        int Number(string name, int otherwise)
        {
            if (!given.TryGetValue(Section + name, out var value)) return otherwise;
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DncGatewayOptions.MostOrganizationLabels)
                return number;
            wrong.Add($"Dnc__Telemetry__{name} is '{value}': write of how many organizations metrics may tell the id, between 0 for none and "
                + $"{DncGatewayOptions.MostOrganizationLabels}.");
            return otherwise;
        }

        Uri? Address(string name)
        {
            if (!given.TryGetValue(Section + name, out var value)) return null;
            if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            wrong.Add($"Dnc__Telemetry__{name} is '{value}': write the address of a collector, such as http://collector:4317.");
            return null;
        }
    }
}
