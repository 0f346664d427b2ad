using System.Diagnostics.CodeAnalysis;
using DncActors.Domain.Leads;

namespace DncActors.UnitTests.Leads;

/// <summary>Leads are equal when all that they hold is: a record of arrays compares the arrays by where they are.</summary>
sealed class LeadEquality : IEqualityComparer<Lead>
{
    public static readonly LeadEquality Instance = new();

    public bool Equals(Lead? x, Lead? y) =>
        x is not null && y is not null
        && x with { ContactPoints = [], UserGroups = [], Flags = [] } == y with { ContactPoints = [], UserGroups = [], Flags = [] }
        && x.ContactPoints.SequenceEqual(y.ContactPoints)
        && x.UserGroups.SequenceEqual(y.UserGroups)
        && x.Flags.SequenceEqual(y.Flags);

    public int GetHashCode([DisallowNull] Lead obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
}
