using System.Collections.Immutable;
using DncActors.Domain.Workflows;

namespace DncActors.Host.Demo;

/// <summary>A workflow of the demo.</summary>
/// <param name="Statuses">In order, each with how many in a hundred leads stand there.</param>
/// <param name="Steps">Actions that only move a lead on: name, from, to.</param>
/// <param name="Covered">The statuses whose template gives them "Do Not Contact".</param>
sealed record DemoWorkflow(
    string Id,
    string Name,
    string RecordType,
    string UserGroup,
    ImmutableArray<(StatusDraft Draft, int Percent)> Statuses,
    ImmutableArray<(string Action, string From, string To)> Steps,
    ImmutableArray<string> Covered);
