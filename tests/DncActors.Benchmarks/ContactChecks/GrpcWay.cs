namespace DncActors.Benchmarks.ContactChecks;

/// <summary>How a stream is asked.</summary>
/// <param name="Kind"><c>phone</c> as text, or <c>e164</c> as a number.</param>
sealed record GrpcWay(string Name, string Kind, int PerMessage, int Outstanding);
