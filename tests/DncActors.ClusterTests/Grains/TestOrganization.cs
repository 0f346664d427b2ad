using System.Collections.Immutable;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Identity;
using DncActors.Contracts.Leads;
using DncActors.Contracts.Organizations;
using DncActors.Contracts.Workflows;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.ClusterTests.Grains;

/// <summary>An organization with a user group "sales" and a workflow: from "new" an action leads to "dnc" and puts the lead on the list.</summary>
sealed class TestOrganization
{
    readonly GrainsCluster _cluster;
    int _requests;

    TestOrganization(GrainsCluster cluster, string id) => (_cluster, Id) = (cluster, id);

    public string Id { get; }

    public string KeyId { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public string NewStatus { get; private set; } = "";

    public string DncStatus { get; private set; } = "";

    public string DncAction { get; private set; } = "";

    public IWorkflowGrain Workflow => _cluster.Grains.GetGrain<IWorkflowGrain>(GrainKeys.Of(Id, WorkflowId));

    public IOrganizationGrain Organization => _cluster.Grains.GetGrain<IOrganizationGrain>(Id);

    public const string WorkflowId = "sales-workflow";

    public const string Group = "sales";

    public static ActionDraft AddsToList(string statusId) => new(
        "Do Not Contact",
        "Compliance",
        true,
        [],
        [new AddToDoNotContact(Channels.All, ContactPointSelection.All, "Asked not to be contacted", null), new MoveToStatus(WorkflowId, statusId)],
        null);

    public static async Task<TestOrganization> MakeAsync(GrainsCluster cluster, string id)
    {
        var it = new TestOrganization(cluster, id);
        var ofDefault = it.NewRequest() with { Organization = Domain.Organizations.Organization.Default };
        var maker = cluster.Grains.GetGrain<IOrganizationGrain>(Domain.Organizations.Organization.Default);
        var made = Ok(await maker.MakeOrganizationAsync(ofDefault, new(id, id, "US")));
        (it.KeyId, it.Secret) = (made.FirstKey.Key.Id, made.FirstKey.Secret!);
        Ok(await it.Organization.AddUserGroupAsync(it.NewRequest(), new(Group, "Sales", [])));
        Ok(await it.Workflow.CreateAsync(it.NewRequest(), new("Sales", "lead")));
        it.NewStatus = Ok(await it.Workflow.AddStatusAsync(it.NewRequest(), new("New", SystemStatus.New, Channels.None, [], true, null), null)).Status.Id;
        it.DncStatus = Ok(await it.Workflow.AddStatusAsync(it.NewRequest(), new("Gone", SystemStatus.Dead, Channels.All, [], true, null), null)).Status.Id;
        it.DncAction = Ok(await it.Workflow.AddActionAsync(it.NewRequest(), it.NewStatus, AddsToList(it.DncStatus), null)).Action.Id;
        return it;
    }

    /// <summary>A request under an id of its own.</summary>
    public Request NewRequest() => RequestOf(Interlocked.Increment(ref _requests).ToString());

    /// <summary>The request that this idempotency key stands for.</summary>
    public Request RequestOf(string key, string says = "") =>
        new(Id, $"key:{KeyId}", null, KeyId, StableId.Of(Id, key), StableId.Of(Id, key, says));

    public ILeadGrain Lead(string leadId) => _cluster.Grains.GetGrain<ILeadGrain>(GrainKeys.Of(Id, leadId));

    public async Task<LeadState> AddLeadAsync(string leadId, params ImmutableArray<string> phones)
    {
        var points = phones.Select((p, i) => new ContactPointDraft(ContactPointKind.Phone, p, null, i == 0));
        return Ok(await Lead(leadId).CreateAsync(NewRequest(), new(leadId, "lead", WorkflowId, NewStatus, "Ann", [.. points], [Group], "{}")));
    }

    public Task<Outcome<Executed>> RunDncAsync(string leadId, string key, string says = "") =>
        Lead(leadId).ExecuteAsync(RequestOf(key, says), DncAction, new(null, null, null));

    public async Task<CheckVerdict> CheckAsync(ulong number) => (await _cluster.Checks.CheckPhoneAsync(Id, number, Channels.Call)).Verdict;

    public static T Ok<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }
}
