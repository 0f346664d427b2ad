using System.Reflection;
using System.Runtime.CompilerServices;
using DncActors.Contracts.Leads;

namespace DncActors.UnitTests.HouseRules;

/// <summary>Orleans writes the arguments of a call that got no answer into the log, each as it shows itself.</summary>
public sealed class GrainArgumentTests
{
    /// <summary>Looked at: ids, times, numbers, and texts that administrators give to what is not a person.</summary>
    static readonly string[] Harmless =
    [
        "AccessQuery", "ActionDraft", "ApiKeyDraft", "ApiKeyPatch", "AuditQuery", "CommittedBatch", "EntryQuery", "ImportOrder", "OrganizationDraft",
        "OrganizationPatch", "PageRequest", "PasswordDraft", "Request", "RoleDraft", "RolePatch", "StatusDraft", "StatusPatch", "TemplateDraft",
        "UserGroupDraft", "UserGroupPatch", "WorkflowDraft", "WorkflowPatch",
    ];

    [Fact]
    public void What_is_sent_to_a_grain_shows_nothing_of_a_person_in_a_log() => SourceTree.Nothing(
        from grain in typeof(ILeadGrain).Assembly.GetTypes()
        where grain.IsInterface && grain.IsAssignableTo(typeof(IAddressable))
        from method in grain.GetMethods()
        from parameter in method.GetParameters()
        let type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType
        where ShowsEverything(type) && !Harmless.Contains(type.Name)
        select $"{type.Name} of {grain.Name}.{method.Name}",
        "A record that is an argument of a grain has a ToString of its own, or is known to be harmless.");

    [Fact]
    public void A_lead_is_not_in_what_is_said_of_its_draft()
    {
        var draft = new Domain.Leads.LeadDraft(null, "person", "w", "s", "Ann +12025550123", [], [], """{"phone":"+12025550123"}""");
        Assert.DoesNotContain("555", draft.ToString(), StringComparison.Ordinal);
    }

    static bool ShowsEverything(Type type) =>
        type.Namespace?.StartsWith(nameof(DncActors), StringComparison.Ordinal) == true
        && type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [])
            ?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
}
