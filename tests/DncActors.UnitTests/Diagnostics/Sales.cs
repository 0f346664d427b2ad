using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Workflows;
using DncActors.UnitTests.People;

namespace DncActors.UnitTests.Diagnostics;

/// <summary>A workflow that is as it should be, to be spoiled in one thing at a time.</summary>
static class Sales
{
    public const string Name = "Do Not Contact";

    public static readonly AddToDoNotContact Add = new(Channels.All, ContactPointSelection.All, "Asked not to be contacted", null);
    public static readonly MoveToStatus ToDead = new("sales", "dnc");
    public static readonly MoveToStatus ToNurture = new("sales", "later");

    public static readonly Status New = Status("new", SystemStatus.New, Action("stop-new", Add, ToDead));
    public static readonly Status Later = Status("later", SystemStatus.Nurture, Action("stop-later", Add, ToDead)) with { Order = 1 };
    public static readonly Status Dead = Status("dnc", SystemStatus.Dead) with { RestrictsContact = Channels.All, Order = 2 };

    public static readonly Workflow Whole = new("sales", 1, false, "Sales", "lead", [New, Later, Dead]);

    public static readonly OrganizationDocuments Good = With(Whole);

    /// <summary>An administrator's key, an agent, and these.</summary>
    public static OrganizationDocuments With(params ReadOnlySpan<Document> documents) =>
        Acme.With([Acme.Key("key", "administrator"), Acme.User("ann", "agent"), .. documents]);

    public static Workflow Put(this Workflow workflow, Status status) =>
        workflow with { Statuses = [.. workflow.Statuses.Where(s => s.Id != status.Id), status] };

    public static Status Status(string id, SystemStatus system, params ImmutableArray<WorkflowAction> actions) =>
        new(id, id.ToUpperInvariant(), system, Channels.None, [], true, false, 0, actions);

    public static WorkflowAction Action(string id, params ImmutableArray<Operation> operations) => new(id, Name, "Compliance", true, [], 0, operations);

    public static Status Having(this Status status, params ImmutableArray<WorkflowAction> actions) => status with { Actions = actions };
}
