using DncActors.Benchmarks.Server;

namespace DncActors.Benchmarks.Sizes;

/// <summary>What a list of that size takes.</summary>
/// <param name="Before">The memory of the same server without it.</param>
/// <param name="Restart">Seconds from the start until it is ready, with the list.</param>
sealed record SizeResult(string Store, int Entries, double ImportSeconds, ServerMemory Before, ServerMemory After, ServerMemory AfterRestart, double Restart)
{
    public double HeapBytesEach => Each(After.HeapBytes - Before.HeapBytes);

    public double HeapBytesEachAfterRestart => Each(AfterRestart.HeapBytes - Before.HeapBytes);

    public double SlotBytesEach => Each(After.SlotBytes);

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"| {Store} | {Entries:N0} | {After.ContactPoints:N0} | {ImportSeconds:N1} | {HeapBytesEach:N1} | {HeapBytesEachAfterRestart:N1} ")
        + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {SlotBytesEach:N1} | {Restart:N2} |");

    double Each(long bytes) => (double)bytes / After.ContactPoints;
}
