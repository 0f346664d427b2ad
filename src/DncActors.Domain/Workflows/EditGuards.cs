using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;

namespace DncActors.Domain.Workflows;

/// <summary>
/// What an edit relied on beside the document that it changes (whose version fences itself), and which must still hold when it is committed: the members
/// of <see cref="Commit"/> of these names.
/// </summary>
public sealed record EditGuards(ImmutableArray<DocumentGuard> Documents, ImmutableArray<KindGuard> Kinds, ImmutableArray<EmptyGuard> Empty)
{
    public static EditGuards None { get; } = new([], [], []);

    /// <summary>That no workflow changed since: none has got an action that moves to what the edit takes away.</summary>
    internal static EditGuards NoWorkflowMoved(OrganizationDocuments documents, params ImmutableArray<EmptyGuard> empty) =>
        new([], [new(DocumentKind.Workflow, documents.Sequence)], empty);

    /// <summary>That the named roles are still there.</summary>
    internal static EditGuards OfRoles(OrganizationDocuments documents, IEnumerable<string> roles) => new(Roles(documents, roles), [], []);

    /// <summary>That everything the action names is still as it was: roles, user groups, the workflow that it moves to.</summary>
    /// <param name="written">The workflows that the commit itself writes.</param>
    internal static EditGuards Of(OrganizationDocuments documents, WorkflowAction action, params ReadOnlySpan<string> written)
    {
        var guards = Roles(documents, action.AllowedRoles).ToBuilder();
        foreach (var group in action.Operations.OfType<NotifyUserGroups>().SelectMany(n => n.UserGroupIds).Distinct())
        {
            guards.Add(new(DocumentKind.UserGroup, group, documents.UserGroups[group].Version));
        }
        if (action.Move is { } move && !written.Contains(move.WorkflowId))
        {
            guards.Add(new(DocumentKind.Workflow, move.WorkflowId, documents.Workflows[move.WorkflowId].Version));
        }
        return new(guards.ToImmutable(), [], []);
    }

    internal EditGuards And(EditGuards other) =>
        new([.. Documents.Union(other.Documents)], [.. Kinds.Union(other.Kinds)], [.. Empty.Union(other.Empty)]);

    /// <summary>Built-in roles cannot change, and are no stored documents.</summary>
    static ImmutableArray<DocumentGuard> Roles(OrganizationDocuments documents, IEnumerable<string> roles) =>
    [
        .. roles.Distinct().Select(r => documents.Roles[r]).Where(r => !r.BuiltIn).Select(r => new DocumentGuard(DocumentKind.Role, r.Id, r.Version)),
    ];
}
