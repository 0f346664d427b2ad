namespace DncActors.Domain.Diagnostics;

/// <summary>Something in an organization's workflows that lets wishes for no contact get lost.</summary>
/// <param name="Code">One of <see cref="CoverageCodes"/>.</param>
/// <param name="StatusId">The status concerned, or null for the whole workflow.</param>
/// <param name="ActionId">The action concerned, or null.</param>
/// <param name="Detail">A sentence that names the things concerned.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record CoverageFinding(
    string Code, CoverageSeverity Severity, string WorkflowId, string? StatusId, string? ActionId, string Detail, string Mend);
