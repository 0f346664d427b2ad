namespace DncActors.Benchmarks.Load;

/// <summary>What a run of wrk measured.</summary>
/// <param name="Failed">Answers that were not 2xx, and broken or timed-out connections.</param>
/// <param name="Next">The number that the script printed as <c>next: …</c>; 0 for one that prints none.</param>
sealed record WrkResult(double PerSecond, double P50Milliseconds, double P99Milliseconds, long Requests, long Failed, long Next);
