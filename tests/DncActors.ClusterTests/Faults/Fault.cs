using System.Globalization;

namespace DncActors.ClusterTests.Faults;

/// <summary>One thing that goes wrong for a while.</summary>
/// <param name="Node">Whom it happens to; -1 for the database.</param>
/// <param name="After">From the beginning of its round.</param>
/// <param name="Resets">Of a cut: connections are reset, where otherwise they stand and what is sent arrives late.</param>
/// <param name="ClockBy">Of a set clock: by how much it is wrong meanwhile.</param>
public sealed record Fault(FaultKind Kind, int Node, TimeSpan After, TimeSpan Length, bool Resets, TimeSpan ClockBy)
{
    public override string ToString()
    {
        var how = Kind == FaultKind.SetClock ? string.Create(CultureInfo.InvariantCulture, $" by {ClockBy.TotalSeconds:F1} s") : Resets ? ", with resets" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Kind}{(Node < 0 ? "" : $" of node {Node + 1}")} for {Length.TotalSeconds:F1} s{how}");
    }
}
