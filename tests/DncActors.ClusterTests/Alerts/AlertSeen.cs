using System.Globalization;

namespace DncActors.ClusterTests.Alerts;

/// <summary>What was seen of an alert.</summary>
/// <param name="FiredAfter">The fault was made; null: it did not.</param>
/// <param name="OverAfter">It was healed; null: it was not over.</param>
/// <param name="Beside">The other alerts that fired meanwhile.</param>
/// <param name="Trouble">What went wrong with the making of the fault.</param>
public sealed record AlertSeen(
    string Alert, AlertFault Fault, TimeSpan? FiredAfter, TimeSpan? OverAfter, IReadOnlyCollection<string> Beside, string? Trouble)
{
    public const string Heading = "| alert | fault | fired after | healed by | over after | others that fired |\n| --- | --- | --- | --- | --- | --- |";

    /// <summary>It fired and was over.</summary>
    public bool IsRight => FiredAfter is not null && OverAfter is not null && Trouble is null;

    /// <summary>As a line of a table.</summary>
    public override string ToString() =>
        $"| {Alert} | {Fault.What} | {Trouble ?? Seconds(FiredAfter)} | {Fault.Healing} | {Seconds(OverAfter)} | {string.Join(", ", Beside)} |";

    static string Seconds(TimeSpan? time) => time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:F0} s") : "**never**";
}
