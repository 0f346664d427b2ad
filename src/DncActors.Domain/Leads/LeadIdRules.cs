using System.Text.RegularExpressions;

namespace DncActors.Domain.Leads;

/// <summary>What may be a lead's id.</summary>
public static partial class LeadIdRules
{
    /// <summary>A lead's id ends up in addresses and grain keys: no slash, no @ (an email is no id), no dot in front (".." leads out of an address).</summary>
    public static bool IsId(string? id) => id is not null && id.Length <= LeadLimits.MaxIdLength && SafeId().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._:-]*\z")]
    private static partial Regex SafeId();
}
