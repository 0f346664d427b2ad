namespace DncActors.Contracts.ContactChecks;

/// <summary>What the index says of one contact point on one channel.</summary>
/// <param name="AsOf">The sequence that the answer is up to.</param>
/// <param name="NowMilliseconds">The time that expiry was judged by, Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("dnc.CheckResult")]
public readonly record struct CheckResult(CheckVerdict Verdict, long AsOf, long NowMilliseconds);
