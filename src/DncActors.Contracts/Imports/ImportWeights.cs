using DncActors.Domain.Leads;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.Imports;

/// <summary>About how many characters a line is: the same wherever an import is cut, or the same import sent again through another process would be other
/// chunks.</summary>
public static class ImportWeights
{
    /// <summary>What a lead weighs beside its texts.</summary>
    const int BareLead = 500;

    /// <summary>What an entry weighs beside its reason.</summary>
    const int BareEntry = 300;

    public static int Of(LeadDraft draft) =>
        BareLead + (draft.Name?.Length ?? 0) + draft.Attributes.Length + draft.ContactPoints.Sum(p => p.Value.Length + (p.Label?.Length ?? 0))
        + draft.UserGroups.Sum(g => g.Length);

    public static int Of(EntryDraft draft) => BareEntry + draft.Reason.Length;
}
