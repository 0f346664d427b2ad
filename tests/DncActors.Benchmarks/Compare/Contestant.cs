namespace DncActors.Benchmarks.Compare;

/// <summary>One of those that are compared.</summary>
/// <param name="MeasureAsync">Loads it for so many seconds.</param>
sealed record Contestant(string Name, Func<int, Task<Measured>> MeasureAsync);
