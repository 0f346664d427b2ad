namespace DncActors.Benchmarks.Compare;

/// <summary>What one contestant did in one round.</summary>
/// <param name="PerSecond">Contact points answered.</param>
/// <param name="ServerCpu">Microseconds of the web server's processor time for each; null where there is none.</param>
/// <param name="BackingCpu">The same of the Redis or PostgreSQL behind it; null where there is none.</param>
/// <param name="P50">Milliseconds that the load generator waited, a request; null where it was not counted.</param>
sealed record Measured(double PerSecond, double? ServerCpu, double? BackingCpu, double? P50, double? P99, long Failed);
