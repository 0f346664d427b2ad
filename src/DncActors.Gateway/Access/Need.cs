using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.Gateway.Access;

/// <summary>What a caller must have to be let in: the declaration that every endpoint carries.</summary>
/// <param name="Anonymous">No key at all.</param>
/// <param name="All">Every one of these.</param>
/// <param name="Any">And at least one of these, where there are any.</param>
/// <param name="JudgedLater">The endpoint's own rules refuse who lacks it, where that depends on more than the permission.</param>
sealed record Need(bool Anonymous, Permissions All, Permissions Any, bool JudgedLater = false)
{
    /// <summary>Only callers of the first organization: it shows, or is about, the whole installation.</summary>
    internal bool OfDefault { get; init; }

    /// <summary>It is looked at with a browser, whose key may come in other ways too.</summary>
    internal bool IsPage { get; init; }

    internal bool IsMetBy(Permissions has) => JudgedLater || ((has & All) == All && (Any == Permissions.None || (has & Any) != Permissions.None));

    /// <summary>As it is said in a problem and in OpenAPI.</summary>
    public override string ToString() =>
        Anonymous ? "no key"
        : All == Permissions.None && Any == Permissions.None ? "any key"
        : string.Join(" and ", PermissionWords.NamesOf(All).Concat(Any == Permissions.None ? [] : [string.Join(" or ", PermissionWords.NamesOf(Any))]))
            + (OfDefault ? $" in the organization '{Organization.Default}'" : "");
}
