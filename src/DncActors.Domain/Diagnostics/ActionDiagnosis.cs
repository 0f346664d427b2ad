using System.Collections.Immutable;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>Why an action is, or is not, shown, copied, run.</summary>
/// <param name="At">Where the action stands.</param>
/// <param name="Shown">It is offered (to the user that was asked about) on leads that stand there.</param>
/// <param name="Copyable">It could be copied (by that user) to the target that was asked about; null where none was.</param>
/// <param name="Runnable">It could run, whoever asks: it is enabled, and so are its status and what it moves to.</param>
/// <param name="Answers">For each question what decided it; where nothing is wrong, that too is said.</param>
public sealed record ActionDiagnosis(
    StatusRef At, WorkflowAction Action, bool Shown, bool? Copyable, bool Runnable, ImmutableArray<ActionAnswer> Answers);
