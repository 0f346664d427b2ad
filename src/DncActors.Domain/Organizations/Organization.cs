using DncActors.Domain.Ledger;

namespace DncActors.Domain.Organizations;

/// <summary>An organization's settings. Nothing of one organization is ever seen by another.</summary>
/// <param name="Region">The two-letter region that national phone numbers are read in. Default: <c>US</c>.</param>
[GenerateSerializer, Immutable, Alias("dnc.Organization")]
public sealed record Organization(string Id, long Version, bool Archived, string Name, string Region) : Document(Id, Version, Archived)
{
    public const string Default = "default";

    public override DocumentKind Kind => DocumentKind.Organization;
}
