namespace DncActors.Domain.Jobs;

/// <summary>Long work that a commit began; it goes on after a restart until it is done.</summary>
/// <param name="Kind">What is to be done: <see cref="JobKinds"/>.</param>
/// <param name="Subject">What with, in the kind's own form: for a restriction <c>workflowId/statusId</c>, for an import its id.</param>
/// <param name="Cursor">How far it is, in the kind's own form.</param>
/// <param name="Total">How much there is to do, as estimated when it began; null where unknown.</param>
/// <param name="Error">Why it stands still, or null.</param>
[GenerateSerializer, Immutable, Alias("dnc.Job")]
public sealed record Job(
    Guid Id,
    string Organization,
    string Kind,
    string Subject,
    string StartedBy,
    DateTimeOffset StartedAt,
    string? Cursor,
    long Done,
    long? Total,
    DateTimeOffset? FinishedAt,
    string? Error);
