using System.Collections.Immutable;
using CsCheck;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

/// <summary>Random edits, one after the other: whatever people do, the workflows stay such that what they offer can run.</summary>
public sealed class WorkflowStoryTests
{
    static readonly ImmutableArray<StatusRef> _places =
    [
        .. from workflow in new[] { "sales", "renewal", "hiring" }
           from status in new[] { "new", "talking", "dead", "open", "lost", "applied", "more" }
           select new StatusRef(workflow, status),
    ];

    static readonly Gen<StatusRef> _place = Gen.Int[0, _places.Length - 1].Select(i => _places[i]);

    static readonly Gen<string> _name = Gen.Int[0, 4].Select(i => new[] { "New", "Talking", "Stop", "stop ", "Do Not Contact" }[i]);

    static readonly Gen<ActionDraft> _action = Gen.Select(_name, Gen.Bool, _place, Gen.Bool, (name, enabled, to, moves) =>
        new ActionDraft(name, "C", enabled, [], moves ? [Sales.Add, new MoveToStatus(to.WorkflowId, to.StatusId)] : [Sales.Add], null));

    static readonly Gen<Func<OrganizationDocuments, string, Outcome<Workflow>>> _edit = Gen.OneOf(
        Gen.Select(_place, _action, (at, draft) => Edit((all, id) =>
            Of(ActionRules.Add(all, at.WorkflowId, at.StatusId, draft, id), e => e.Workflow))),
        Gen.Select(_place, _action, (at, draft) => Edit((all, _) =>
            Of(ActionRules.Replace(all, at.WorkflowId, at.StatusId, FirstAction(all, at), draft), e => e.Workflow))),
        Gen.Select(_place, _place, (from, to) => Edit((all, _) =>
            Of(Copy(all, from, to), e => e.Workflows.FirstOrDefault()))),
        Gen.Select(_place, Gen.Bool, (at, enabled) => Edit((all, _) =>
            Of(StatusRules.Change(all, at.WorkflowId, at.StatusId, new(Enabled: enabled)), e => e.Workflow))),
        Gen.Select(_place, _name, (at, name) => Edit((all, _) =>
            Of(StatusRules.Change(all, at.WorkflowId, at.StatusId, new(Name: name)), e => e.Workflow))),
        Gen.Select(_place, _name, (at, name) => Edit((all, _) =>
            Of(StatusRules.Add(all, at.WorkflowId, new(name, SystemStatus.Active, Channels.None, [], true, null), "more"), e => e.Workflow))),
        _place.Select(at => Edit((all, _) => Of(StatusRules.Archive(all, at.WorkflowId, at.StatusId), e => e.Workflow))),
        _place.Select(at => Edit((all, _) => Of(WorkflowRules.Archive(all, at.WorkflowId), e => e.Workflow))));

    [Fact]
    public void Whatever_is_edited_every_action_on_offer_can_run_and_names_stay_unique() => _edit.Array[1, 40].Sample(edits =>
    {
        var all = Sales.Documents;
        for (var i = 0; i < edits.Length; i++)
        {
            var edited = edits[i](all, $"n{i}");
            if (!edited.Ok) continue;
            var was = all.Workflows[edited.Value.Id];
            Assert.InRange(edited.Value.Version - was.Version, 0, 1);
            Assert.Equal(edited.Value.Version == was.Version, ReferenceEquals(edited.Value, was));
            all = all.And(edited.Value);
            AssertConsistent(all);
        }
    });

    [Fact]
    public void What_is_committed_is_fenced_by_what_it_moves_to_and_by_nothing_it_writes() => Gen.Select(_place, _action).Sample((at, draft) =>
    {
        var edit = ActionRules.Add(Sales.Documents, at.WorkflowId, at.StatusId, draft, "n");
        if (!edit.Ok) return;
        var elsewhere = edit.Value.Action.Move?.WorkflowId is { } to && to != at.WorkflowId;
        Assert.Equal(elsewhere, edit.Value.Guards.Documents.Any(g => g.Kind == DocumentKind.Workflow));
        Assert.DoesNotContain(edit.Value.Guards.Documents, g => g.Id == at.WorkflowId);
    });

    static void AssertConsistent(OrganizationDocuments all)
    {
        foreach (var workflow in all.Workflows.Values.Where(w => !w.Archived))
        {
            var statuses = workflow.Statuses.Where(s => !s.Archived).ToList();
            Assert.Equal(statuses.Count, statuses.DistinctBy(s => s.Name.Trim().ToUpperInvariant()).Count());
            foreach (var status in statuses)
            {
                Assert.Equal(status.Actions.Length, status.Actions.DistinctBy(a => a.Name.Trim().ToUpperInvariant()).Count());
                foreach (var move in status.Actions.Where(a => status.InUse && a.Enabled).Select(a => a.Move).OfType<MoveToStatus>())
                {
                    var target = all.Workflows[move.WorkflowId];
                    Assert.False(target.Archived);
                    Assert.Equal(workflow.RecordType, target.RecordType);
                    Assert.True(target.Find(move.StatusId)!.InUse);
                }
            }
        }
    }

    static Func<OrganizationDocuments, string, Outcome<Workflow>> Edit(Func<OrganizationDocuments, string, Outcome<Workflow>> edit) => edit;

    static Outcome<Workflow> Of<T>(Outcome<T> outcome, Func<T, Workflow?> workflow) =>
        outcome.Ok ? workflow(outcome.Value) is { } changed ? changed : Refusal.NotFound("change", "") : outcome.Refusal;

    static Outcome<PlacementEdit> Copy(OrganizationDocuments all, StatusRef from, StatusRef to) =>
        CopyRules.Copy(all, from.WorkflowId, from.StatusId, FirstAction(all, from), [to], Sales.Now, new Sales.Ids());

    static string FirstAction(OrganizationDocuments all, StatusRef at) => all.FindStatus(at)?.Actions.FirstOrDefault()?.Id ?? "none";
}
