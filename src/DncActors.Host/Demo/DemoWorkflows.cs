using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;

namespace DncActors.Host.Demo;

/// <summary>What the demo's workflows look like. Two gaps are left on purpose: "Interested" has no way out, and "Lost" restricts no contact. The
/// coverage check finds them.</summary>
static class DemoWorkflows
{
    internal const string DoNotContact = "Do Not Contact";
    internal const string Pause = "Pause for 90 Days";
    internal const string New = "New";
    internal const string Nurture = "Nurture";

    internal static readonly ImmutableArray<DemoWorkflow> All =
    [
        new(
            "inbound",
            "Inbound Sales",
            "lead",
            "inbound-desk",
            [
                (Status(New, SystemStatus.New), 40), (Status("Contacted", SystemStatus.Active), 25), (Status("Quoted", SystemStatus.Active), 12),
                (Status(Nurture, SystemStatus.Nurture), 10), (Status("Won", SystemStatus.Won), 7), (Status("Lost", SystemStatus.Dead), 4), (Dead, 2),
            ],
            [("Contacted", New, "Contacted"), ("Send Quote", "Contacted", "Quoted"), ("Won", "Quoted", "Won"), ("Lost", "Quoted", "Lost")],
            [New, "Contacted", "Quoted", Nurture, "Won"]),
        new(
            "outbound",
            "Outbound Campaigns",
            "lead",
            "outbound-desk",
            [
                (Status(New, SystemStatus.New), 50), (Status("Attempted", SystemStatus.Active), 28), (Status("Interested", SystemStatus.Active), 8),
                (Status(Nurture, SystemStatus.Nurture), 6), (Status("Won", SystemStatus.Won), 5), (Dead, 3),
            ],
            [("No Answer", New, "Attempted"), ("Interested", "Attempted", "Interested"), ("Won", "Interested", "Won")],
            [New, "Attempted", Nurture, "Won"]),
        new(
            "recruiting",
            "Recruiting",
            "recruit",
            "recruiting",
            [
                (Status("Applied", SystemStatus.New), 45), (Status("Interview", SystemStatus.Active), 25), (Status(Nurture, SystemStatus.Nurture), 15),
                (Status("Hired", SystemStatus.Won), 13), (Dead, 2),
            ],
            [("Invite", "Applied", "Interview"), ("Hire", "Interview", "Hired")],
            ["Applied", "Interview", Nurture, "Hired"]),
    ];

    static StatusDraft Dead => Status(DoNotContact, SystemStatus.Dead) with { RestrictsContact = Channels.All };

    /// <summary>"Do not contact me": everything, for ever, and into the dead status.</summary>
    internal static ActionDraft NeverAgain(string workflowId, string deadStatusId) => new(
        DoNotContact,
        "Compliance",
        true,
        [],
        [
            new AddToDoNotContact(Channels.All, ContactPointSelection.All, "Asked not to be contacted", null),
            new MoveToStatus(workflowId, deadStatusId),
        ],
        null);

    /// <summary>"Not now": no calls and texts for a while, emails go on.</summary>
    internal static ActionDraft NotNow(string workflowId, string nurtureStatusId) => new(
        Pause,
        "Compliance",
        true,
        [],
        [
            new AddToDoNotContact(Channels.Phone, ContactPointSelection.All, "Asked for a pause", 90),
            new MoveToStatus(workflowId, nurtureStatusId),
        ],
        null);

    /// <summary>The way back, for managers and with evidence of the new consent.</summary>
    internal static ActionDraft ConsentRenewed(string workflowId, string firstStatusId) => new(
        "Consent Renewed",
        "Compliance",
        true,
        ["manager", "administrator"],
        [new RemoveFromDoNotContact(Channels.All, RequiresEvidence: true), new MoveToStatus(workflowId, firstStatusId)],
        null);

    internal static ActionDraft Step(string name, string workflowId, string statusId) =>
        new(name, "Progress", true, [], [new MoveToStatus(workflowId, statusId)], null);

    /// <summary>Where a lead is still worked on.</summary>
    internal static bool IsOpen(DemoWorkflow workflow, string statusName) =>
        workflow.Statuses.Single(s => s.Draft.Name == statusName).Draft.SystemStatus is SystemStatus.New or SystemStatus.Active;

    static StatusDraft Status(string name, SystemStatus systemStatus) => new(name, systemStatus, Channels.None, [], true, null);
}
