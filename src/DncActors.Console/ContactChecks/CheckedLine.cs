using DncActors.Client.ContactChecks;

namespace DncActors.Console.ContactChecks;

/// <summary>A line that was pasted, and the verdict on it.</summary>
public sealed record CheckedLine(string Typed, VerdictModel Verdict);
