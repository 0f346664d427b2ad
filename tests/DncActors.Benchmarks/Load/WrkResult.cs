namespace DncActors.Benchmarks.Load;

/// <summary>What a run of wrk measured.</summary>
/// <param name="Failed">Answers that were not 2xx, and broken or timed-out connections.</param>
sealed record WrkResult(double PerSecond, double P50Milliseconds, double P99Milliseconds, long Requests, long Failed);
