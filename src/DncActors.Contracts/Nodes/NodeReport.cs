using System.Collections.Immutable;

namespace DncActors.Contracts.Nodes;

/// <summary>What a node says of itself.</summary>
/// <param name="Role">Of its process: node or silo.</param>
/// <param name="StartedAt">When its process started.</param>
/// <param name="WhyNot">Null when it may answer checks; else what is missing.</param>
/// <param name="Applied">The sequence up to which it has applied the log.</param>
/// <param name="GrainTypes">Those that are, or were, active there.</param>
/// <param name="Answered">Null of a node whose release does not say yet.</param>
[GenerateSerializer, Immutable, Alias("dnc.NodeReport")]
public sealed record NodeReport(
    string Role,
    string Version,
    DateTimeOffset StartedAt,
    string? WhyNot,
    LeaseView Lease,
    long Applied,
    IndexView Index,
    ImmutableArray<GrainTypeView> GrainTypes,
    MachineView Machine,
    UserGroupsView UserGroups,
    AnsweredView? Answered = null);
