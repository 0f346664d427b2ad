using System.Diagnostics;
using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>Writes that are durable together.</summary>
/// <param name="Batch">What of them came into the log; null where nothing did.</param>
/// <param name="Span">Still under way: the applying here and the pushes to the others are within it. Null where nobody is traced.</param>
internal sealed record WrittenGroup(CommittedBatch? Batch, PendingWrite[] Writes, Activity? Span);
