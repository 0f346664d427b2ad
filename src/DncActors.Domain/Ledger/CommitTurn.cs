namespace DncActors.Domain.Ledger;

/// <summary>When a commit may be written that must come behind another one, and who waits for it to be.</summary>
/// <param name="Comes">
/// True when it may be written; false where it never may. What a commit takes beforehand is done while this is waited for.
/// </param>
/// <param name="Durable">
/// Told as soon as the commit is in the record, this time or before, when no node knows it yet: what comes behind it may be written from then on. It holds up
/// the writer, and never throws. Not told where no commit of this id and fingerprint is known to be there. Whoever was told may still get an exception for an
/// answer: that it is in does not say that every node has it.
/// </param>
public sealed record CommitTurn(Task<bool> Comes, Action Durable);
