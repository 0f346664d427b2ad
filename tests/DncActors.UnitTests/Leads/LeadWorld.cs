using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;
using DncActors.UnitTests.Ledger;
using Request = DncActors.Domain.Ledger.Request;

namespace DncActors.UnitTests.Leads;

/// <summary>An organization with workflows, people and a ledger, to run plans against as a grain would: load, plan, commit.</summary>
sealed class LeadWorld
{
    public const string Organization = "acme";

    public static readonly StatusRef New = new("sales", "new");
    public static readonly StatusRef Contacted = new("sales", "contacted");
    public static readonly StatusRef Nurture = new("sales", "nurture");
    public static readonly StatusRef Dnc = new("sales", "dnc");
    public static readonly StatusRef Closed = new("sales", "closed");
    public static readonly StatusRef Renewal = new("renewals", "due");
    public static readonly StatusRef Candidate = new("hiring", "candidate");

    public static readonly ActingPerson Agent = new(Permissions.ActionExecute, ["agent"]);

    int _requests;

    public LeadWorld()
    {
        foreach (var group in (string[])["east", "west", "north"]) Publish(new UserGroup(group, 1, false, group, []));
        Publish(new UserGroup("gone", 1, Archived: true, "gone", []));
        Publish(new User("ann", 1, false, "Ann", ["agent"], ["east"]));
        foreach (var workflow in Workflows()) Publish(workflow);
    }

    public LedgerModel Ledger { get; } = new();

    public OrganizationDocuments Documents { get; private set; } = OrganizationDocuments.Of(new(Organization, 1, false, "Acme", "US"));

    public DateTimeOffset Now { get; set; } = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public IdSource Ids { get; } = new Uuid7IdSource();

    public void Publish(Document document)
    {
        Ledger.Publish(Organization, document);
        Documents = Documents.With(document, Ledger.Head);
    }

    /// <summary>Publishes a status with something changed.</summary>
    public void Change(StatusRef at, Func<Status, Status> change)
    {
        var workflow = Documents.Workflows[at.WorkflowId];
        Publish(workflow with
        {
            Version = workflow.Version + 1,
            Statuses = [.. workflow.Statuses.Select(s => s.Id == at.StatusId ? change(s) : s)],
        });
    }

    public Request Request(string actor = "ann")
    {
        var id = StableId.Of("request", $"{++_requests}");
        return new(Organization, actor, actor, "key-1", id, id);
    }

    public LeadState Load(string leadId) => Ledger.Load(Organization, leadId)!;

    public ILookup<ContactPoint, DncEntry> EntriesOf(Lead lead) =>
        Ledger.ReadByPoints(Organization, [.. lead.ContactPoints.Select(p => p.Point)]).ToLookup(e => e.Point);

    public bool IsBlocked(ContactPoint point, Channels channel) => Ledger.BlockOf(Organization, point).Blocks(channel, Now.ToUnixTimeMilliseconds());

    public Outcome<LeadDecision> PlanCreate(string id, LeadDraft draft) => LeadRules.Create(Request(), id, draft, Documents, Now, Ids);

    public LeadState Create(string id, StatusRef at, params ReadOnlySpan<string> points)
    {
        Commit(Made(PlanCreate(id, Draft(at, points))).Commit);
        return Load(id);
    }

    public Outcome<LeadDecision> PlanChange(LeadState state, LeadPatch patch) => LeadRules.Change(Request(), state, patch, null, Documents, Now, Ids);

    public LeadState Change(string id, LeadPatch patch)
    {
        Commit(Made(PlanChange(Load(id), patch)).Commit);
        return Load(id);
    }

    public void SetPointsAs(string actor, string id, params ReadOnlySpan<string> points) => Commit(
        Made(LeadRules.Change(Request(actor), Load(id), new LeadPatch(ContactPoints: Points(points)), null, Documents, Now, Ids)).Commit);

    public LeadState SetPoints(string id, params ReadOnlySpan<string> points) => Change(id, new LeadPatch(ContactPoints: Points(points)));

    public Outcome<ExecutionDecision> Plan(LeadState state, string actionId, string? evidence = "letter 7", ActingPerson? person = null) => ExecutionRules.Plan(
        Request(),
        state,
        actionId,
        new(null, evidence, null),
        person ?? Agent,
        Documents,
        Ledger.ReadByPoints(Organization, [.. state.Lead.ContactPoints.Select(p => p.Point)]),
        Now,
        Ids);

    public Execution Execute(string leadId, string actionId)
    {
        var decision = Made(Plan(Load(leadId), actionId));
        Commit(decision.Commit);
        return decision.Execution;
    }

    public LeadEntryDecision RevokeOwn(string leadId, DncEntry entry)
    {
        var decision = Made(LeadEntryRules.Revoke(Request(), Load(leadId), entry, new("mistaken", null), Now));
        Commit(decision.Commit);
        return decision;
    }

    public DncEntry Add(ContactPoint point, Channels channels, DateTimeOffset? expiresAt = null, EntrySource source = EntrySource.Manual)
    {
        var decision = Made(EntryRules.Add(Request(), new(point, channels, "asked", expiresAt, source), Now, Ids));
        Commit(decision.Commit);
        return decision.Entry;
    }

    public void Commit(Commit? commit)
    {
        if (commit is not null) Assert.Equal(CommitOutcome.Done, Ledger.Commit(commit).Outcome);
    }

    public static T Made<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Ok, outcome.Refusal?.Detail);
        return outcome.Value;
    }

    public static Refusal Refused<T>(Outcome<T> outcome, RefusalCode code, string rule)
    {
        Assert.False(outcome.Ok, "It was not refused.");
        Assert.Equal((code, rule), (outcome.Refusal.Code, outcome.Refusal.Rule));
        return outcome.Refusal;
    }

    public static LeadDraft Draft(StatusRef at, params ReadOnlySpan<string> points) =>
        new(null, "lead", at.WorkflowId, at.StatusId, "Ada Lovelace", Points(points), ["east"], "{}");

    public static ImmutableArray<ContactPointDraft> Points(params ReadOnlySpan<string> points)
    {
        var drafts = ImmutableArray.CreateBuilder<ContactPointDraft>();
        foreach (var point in points) drafts.Add(new(point.Contains('@') ? ContactPointKind.Email : ContactPointKind.Phone, point, null, false));
        return drafts.ToImmutable();
    }

    public static ContactPoint Point(string value) => new(value.Contains('@') ? ContactPointKind.Email : ContactPointKind.Phone, value);

    static IEnumerable<Workflow> Workflows()
    {
        var dnc = Action("dnc", new AddToDoNotContact(Channels.All, ContactPointSelection.All, "asked for no contact", null), new MoveToStatus("sales", "dnc"));
        yield return new("sales", 1, false, "Sales", "lead",
        [
            At("new", SystemStatus.New, Channels.None, dnc, Action("touch", new NotifyUserGroups(true, [])),
                Move("contact", Contacted), Move("hire", Candidate), Move("close", Closed), Move("stay", New)),
            At("contacted", SystemStatus.Active, Channels.None, dnc with { Id = "dnc-2" },
                Action("pause", new AddToDoNotContact(Channels.Phone, ContactPointSelection.Primary, "not now", 30), new MoveToStatus("sales", "nurture")),
                Action("quiet", new AddToDoNotContact(Channels.Sms | Channels.Email, ContactPointSelection.All, "no texts", null)),
                Action("text-again", new RemoveFromDoNotContact(Channels.Sms, true)),
                Move("renew", Renewal)),
            At("nurture", SystemStatus.Nurture, Channels.Email, dnc with { Id = "dnc-3" }, Move("wake", New)),
            At("dnc", SystemStatus.Dead, Channels.All,
                Action("consent", new RemoveFromDoNotContact(Channels.All, true), new MoveToStatus("sales", "new")),
                Action("consent-only", new RemoveFromDoNotContact(Channels.All, false)),
                Action("swap",
                    new RemoveFromDoNotContact(Channels.Call, false), new AddToDoNotContact(Channels.Call, ContactPointSelection.All, "calls", null))),
            At("closed", SystemStatus.Dead, Channels.None) with { Enabled = false },
        ]);
        yield return new("renewals", 1, false, "Renewals", "lead",
            [At("due", SystemStatus.Active, Channels.Call | Channels.Sms, Move("back", New), dnc with { Id = "dnc-4" })]);
        yield return new("hiring", 1, false, "Hiring", "recruit", [At("candidate", SystemStatus.New, Channels.None)]);
    }

    static Status At(string id, SystemStatus systemStatus, Channels restricts, params ImmutableArray<WorkflowAction> actions) =>
        new(id, id, systemStatus, restricts, [], true, false, 0, actions);

    static WorkflowAction Action(string id, params ImmutableArray<Operation> operations) => new(id, id, "Compliance", true, [], 0, operations);

    static WorkflowAction Move(string id, StatusRef to) => Action(id, new MoveToStatus(to.WorkflowId, to.StatusId));
}
