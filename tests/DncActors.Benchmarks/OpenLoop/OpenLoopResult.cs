namespace DncActors.Benchmarks.OpenLoop;

/// <summary>What was waited for answers at a fixed rate, in microseconds from the moment at which each was due to be asked for.</summary>
/// <param name="SentLateP50">By how much the generator itself came late to ask; part of what is waited.</param>
/// <param name="GeneratorCpu">The generator's own processor time for each.</param>
sealed record OpenLoopResult(
    double PerSecond, long Answered, long Failed, double P50, double P99, double P999, double Most, double SentLateP50, double SentLateP99,
    double GeneratorCpu);
