using System.Collections.Immutable;
using DncActors.Domain.People;

namespace DncActors.Domain.Leads;

/// <summary>Who runs, or would run, an action.</summary>
/// <param name="Permissions">Those that count: of the key and, where it acts for a person, only what both have.</param>
/// <param name="Roles">Role ids: the person's, or those of a key that stands for itself.</param>
public sealed record ActingPerson(Permissions Permissions, ImmutableArray<string> Roles);
