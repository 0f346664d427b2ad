namespace DncActors.Domain.Leads;

/// <summary>What comes with the wish to run an action.</summary>
/// <param name="Evidence">Where the person's wish can be found; actions that remove from the list may require it.</param>
/// <param name="OccurredAt">When the person said so, if not now.</param>
[GenerateSerializer, Immutable, Alias("dnc.ExecutionDraft")]
public sealed record ExecutionDraft(string? Note, string? Evidence, DateTimeOffset? OccurredAt)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: no note and no evidence, in which people write phones and emails.</summary>
    public override string ToString() => nameof(ExecutionDraft);
}
