using System.Collections.Immutable;

namespace DncActors.Domain.Workflows;

/// <summary>What restoring an old version comes to.</summary>
/// <param name="Workflow">One version up; the very same where nothing changes, and then nothing is to be committed.</param>
/// <param name="MustBeEmpty">Statuses where no lead may stand, each with why, to follow its name.</param>
public sealed record RestoreEdit(Workflow Workflow, ImmutableArray<(Status Status, string Why)> MustBeEmpty, EditGuards Guards);
