using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Organizations;

/// <summary>Edits of an organization's own settings.</summary>
public static class OrganizationRules
{
    public const string DefaultRegion = "US";

    /// <summary>A new organization; that its id is free is the commit's part.</summary>
    public static Outcome<Organization> Make(OrganizationDraft draft, string newId)
    {
        var errors = Check(draft.Name, draft.Region ?? DefaultRegion, draft.Id);
        return errors.Length > 0
            ? Refusal.Validation(errors)
            : new Organization(draft.Id ?? newId, 1, false, draft.Name.Trim(), (draft.Region ?? DefaultRegion).ToUpperInvariant());
    }

    public static Outcome<Organization> Change(Organization organization, OrganizationPatch patch)
    {
        var errors = Check(patch.Name ?? organization.Name, patch.Region ?? organization.Region, null);
        return errors.Length > 0
            ? Refusal.Validation(errors)
            : organization with
            {
                Version = organization.Version + 1,
                Name = (patch.Name ?? organization.Name).Trim(),
                Region = (patch.Region ?? organization.Region).ToUpperInvariant(),
            };
    }

    static ImmutableArray<FieldError> Check(string name, string region, string? id) =>
    [
        .. new[]
        {
            TextRules.CheckName("name", name),
            Regions.IsKnown(region)
                ? null
                : new FieldError("region", $"'{TextRules.Shorten(region)}' is no region; write two letters of ISO 3166, such as 'US' or 'GB'."),
            id is null ? null : TextRules.CheckSlug("id", id),
        }.OfType<FieldError>(),
    ];
}
