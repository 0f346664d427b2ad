namespace DncActors.Domain.Telemetry;

/// <summary>What our own metrics and spans are found by, in whichever part they are made.</summary>
public static class TelemetryNames
{
    public const string Meter = "DncActors";

    public const string ActivitySource = "DncActors";
}
