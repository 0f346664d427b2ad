namespace DncActors.Domain.Outcomes;

/// <summary>One answer to "why?": why an action is not offered, a copy refused, a lead contactable.</summary>
/// <param name="Code">Stable: <c>status.disabled</c>, <c>role.missing</c>, …</param>
/// <param name="Detail">A sentence that names the things concerned.</param>
/// <param name="Mend">What to do about it, or null where nothing is to be done.</param>
[GenerateSerializer, Immutable, Alias("dnc.Reason")]
public sealed record Reason(string Code, string Detail, string? Mend);
