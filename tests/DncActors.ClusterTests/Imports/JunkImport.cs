namespace DncActors.ClusterTests.Imports;

/// <summary>A body for an import, and what must become of it.</summary>
/// <param name="Good">By the number of the line: what it brings, as the service names it (an entry's contact point, a lead's id).</param>
/// <param name="Bad">The lines that must be refused.</param>
public sealed record JunkImport(string MediaType, byte[] Body, IReadOnlyDictionary<long, string> Good, IReadOnlyList<long> Bad)
{
    public override string ToString() => $"{MediaType}, {Body.Length} bytes, {Good.Count} good lines, {Bad.Count} bad ones";
}
