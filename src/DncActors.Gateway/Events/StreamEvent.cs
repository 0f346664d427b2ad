namespace DncActors.Gateway.Events;

/// <summary>An event as it goes onto a stream.</summary>
/// <param name="Id">Its sequence in the log: a client that comes back with it goes on behind it, on any node.</param>
/// <param name="Data">JSON, on one line.</param>
readonly record struct StreamEvent(long Id, string Type, byte[] Data);
