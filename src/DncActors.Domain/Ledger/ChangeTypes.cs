namespace DncActors.Domain.Ledger;

/// <summary>What changes are called, in the log and in event streams.</summary>
public static class ChangeTypes
{
    public const string LeadDoNotContact = "lead.doNotContact";
    public const string LeadMoved = "lead.moved";

    /// <summary>An action ran that neither put the lead on the list nor moved it.</summary>
    public const string LeadExecuted = "lead.executed";

    public const string LeadCreated = "lead.created";
    public const string LeadsImported = "leads.imported";
    public const string LeadChanged = "lead.changed";
    public const string EntriesAdded = "dnc.added";
    public const string EntriesImported = "dnc.imported";
    public const string EntryRevoked = "dnc.revoked";

    /// <summary>An import is undone: that it was begun, and then some hundreds of its entries a change.</summary>
    public const string ImportRevoked = "dnc.importRevoked";

    public const string OrganizationChanged = "organization.changed";
    public const string WorkflowChanged = "workflow.changed";
    public const string TemplateChanged = "actionTemplate.changed";
    public const string RoleChanged = "role.changed";
    public const string UserChanged = "user.changed";
    public const string UserGroupChanged = "userGroup.changed";
    public const string ApiKeyChanged = "apiKey.changed";

    /// <summary>A user has another password, or a first one; the change does not hold it.</summary>
    public const string PasswordChanged = "user.passwordChanged";

    /// <summary>A user signed in.</summary>
    public const string SessionOpened = "session.opened";

    /// <summary>A session ended otherwise than by its own key: another took its place, it had expired, or the password was changed.</summary>
    public const string SessionEnded = "session.ended";

    /// <summary>Somebody gave a wrong password. The subject is the user, where there is one of that name.</summary>
    public const string SessionRefused = "session.refused";

    /// <summary>The type of a document's change.</summary>
    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Organization => OrganizationChanged,
        DocumentKind.Workflow => WorkflowChanged,
        DocumentKind.ActionTemplate => TemplateChanged,
        DocumentKind.Role => RoleChanged,
        DocumentKind.User => UserChanged,
        DocumentKind.UserGroup => UserGroupChanged,
        DocumentKind.ApiKey => ApiKeyChanged,
        DocumentKind.UserPassword => PasswordChanged,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
