using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Organizations;

/// <summary>Everything that an organization has published, as of one place in the log: what rules are asked with. Archived documents are in it.</summary>
/// <param name="Sequence">The last change of any of these documents.</param>
[GenerateSerializer, Immutable, Alias("dnc.OrganizationDocuments")]
public sealed record OrganizationDocuments(
    Organization Organization,
    long Sequence,
    ImmutableDictionary<string, Workflow> Workflows,
    ImmutableDictionary<string, ActionTemplate> Templates,
    ImmutableDictionary<string, Role> Roles,
    ImmutableDictionary<string, User> Users,
    ImmutableDictionary<string, UserGroup> UserGroups,
    ImmutableDictionary<string, ApiKey> ApiKeys)
{
    /// <summary>An organization that has published nothing but itself.</summary>
    public static OrganizationDocuments Of(Organization organization) => new(
        organization,
        0,
        ImmutableDictionary<string, Workflow>.Empty,
        ImmutableDictionary<string, ActionTemplate>.Empty,
        BuiltInRoles.All.ToImmutableDictionary(r => r.Id),
        ImmutableDictionary<string, User>.Empty,
        ImmutableDictionary<string, UserGroup>.Empty,
        ImmutableDictionary<string, ApiKey>.Empty);

    /// <summary>These with a document's newer version; an older one than is there changes nothing, so replay and repetition are harmless.</summary>
    public OrganizationDocuments With(Document document, long sequence)
    {
        var next = document switch
        {
            Organization o when o.Version >= Organization.Version => this with { Organization = o },
            Workflow w => this with { Workflows = Newer(Workflows, w) },
            ActionTemplate t => this with { Templates = Newer(Templates, t) },
            Role r => this with { Roles = Newer(Roles, r) },
            User u => this with { Users = Newer(Users, u) },
            UserGroup g => this with { UserGroups = Newer(UserGroups, g) },
            ApiKey k => this with { ApiKeys = Newer(ApiKeys, k) },
            _ => this,
        };
        return next with { Sequence = Math.Max(Sequence, sequence) };
    }

    /// <summary>The status, or null; archived and disabled ones are found.</summary>
    public Status? FindStatus(StatusRef at) => Workflows.TryGetValue(at.WorkflowId, out var workflow) ? workflow.Find(at.StatusId) : null;

    static ImmutableDictionary<string, T> Newer<T>(ImmutableDictionary<string, T> documents, T document)
        where T : Document =>
        documents.TryGetValue(document.Id, out var known) && known.Version > document.Version ? documents : documents.SetItem(document.Id, document);
}
