namespace DncActors.Grains.Leases;

/// <summary>Something to do; its answer is brought back with it, so that it is known what it belongs to.</summary>
/// <param name="Number">No two steps of a process have the same.</param>
/// <param name="Epoch">Under which it is done; 0 for taking one.</param>
/// <param name="At">The moment before it is sent.</param>
/// <param name="Applied">What was applied at that moment.</param>
readonly record struct LeaseStep(LeaseStepKind Kind, long Number, long Epoch, Moment At, long Applied);
