namespace DncActors.Grains.Leases;

/// <summary>Something to do; its answer is brought back with it.</summary>
/// <param name="Number">No two steps of a process have the same.</param>
/// <param name="Node">The process whose row it is about.</param>
/// <param name="After">Of a push: the head before the batch; the same as <paramref name="UpTo"/> in one that only asks.</param>
/// <param name="UpTo">Of a push: the last sequence. Of a reading: what was wanted before it was sent.</param>
/// <param name="At">The moment before it is sent, on this process's steady clock.</param>
readonly record struct AcknowledgementStep(
    AcknowledgementStepKind Kind, long Number, string Node, string Address, long Epoch, long After, long UpTo, TimeSpan At);
