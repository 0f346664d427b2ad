using System.Collections.Immutable;
using System.Text;
using CsCheck;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

/// <summary>What holds of copies and applications whatever the workflows, the action and the targets.</summary>
public sealed class PlacementPropertiesTests
{
    static readonly Gen<Operation> _operation = Gen.OneOf(
        Gen.Select(Gen.Int[1, 7], Gen.Bool, Gen.Int[1, 9].Nullable(), (c, all, days) =>
            (Operation)new AddToDoNotContact((Channels)c, all ? ContactPointSelection.All : ContactPointSelection.Primary, "R", days)),
        Gen.Const((Operation)new MoveToStatus("sales", "dead")),
        Gen.Const((Operation)new NotifyUserGroups(false, ["east"])),
        Gen.Const((Operation)new NotifyUserGroups(true, [])),
        Gen.Int[1, 7].Select(c => (Operation)new RemoveFromDoNotContact((Channels)c, true)));

    static readonly Gen<WorkflowAction> _action = Gen.Select(
        Gen.Int[0, 3].Select(i => new[] { "Do Not Contact", "do not contact", "Stop", "Call back" }[i]),
        Gen.Bool,
        _operation.List[1, 3],
        Gen.Int[0, 9],
        (name, enabled, operations, order) => new WorkflowAction(
            "", name, "C", enabled, ["agent"], order, [.. operations.DistinctBy(o => o.GetType())]));

    static readonly Gen<OrganizationDocuments> _documents = Gen.Select(_action.List[0, 3].Array[8], Gen.Int[0, 9].Array[8], (actions, state) =>
    {
        var next = 0;
        Status Filled(string id) => Sales.Status(
            id,
            SystemStatus.Active,
            [.. actions[next].DistinctBy(a => a.Name, StringComparer.OrdinalIgnoreCase).Select((a, i) => a with { Id = $"{id}-{next}-{i}" })])
            with
        { Enabled = state[next++] > 0 };
        return Sales.Documents.And(
            new Workflow("a", 1, false, "A", "lead", [Filled("s0"), Filled("s1"), Filled("s2"), Filled("s3")]),
            new Workflow("b", 7, false, "B", "lead", [Filled("s0"), Filled("s1"), Filled("s2"), Filled("s3")]));
    });

    static readonly Gen<ImmutableArray<StatusRef>> _targets = Gen.Select(Gen.Bool, Gen.Int[0, 3], (a, s) => new StatusRef(a ? "a" : "b", $"s{s}"))
        .List[1, 6].Select(all => all.Distinct().ToImmutableArray());

    static readonly Gen<(OrganizationDocuments Documents, ActionTemplate Template, ImmutableArray<StatusRef> Targets)> _case =
        Gen.Select(_documents, _action, _targets, (documents, action, targets) =>
        {
            var template = new ActionTemplate("t", 1, false, "T", "lead", action);
            // The same action stands in a status, to be copied from.
            var source = documents.Change(Sales.Talking, s => s with { Actions = [action with { Id = "source" }] });
            return (source.And(template), template, targets);
        });

    [Fact]
    public void A_copy_and_the_application_of_a_template_come_to_the_same() => _case.Sample(c =>
    {
        var copied = CopyRules.Copy(c.Documents, "sales", "talking", "source", c.Targets, Sales.Now, new Sales.Ids());
        var applied = TemplateRules.Apply(c.Documents, "t", c.Targets, Sales.Now, new Sales.Ids());
        Assert.Equal(applied.Ok, copied.Ok);
        if (!applied.Ok) return;
        Assert.Equal(Tell(applied.Value.Workflows), Tell(copied.Value().Workflows));
        Assert.Equal(applied.Value.Placements, copied.Value().Placements);
    });

    [Fact]
    public void Copying_and_then_applying_is_applying() => _case.Sample(c =>
    {
        var applied = TemplateRules.Apply(c.Documents, "t", c.Targets, Sales.Now, new Sales.Ids());
        if (!applied.Ok) return;
        var copied = c.Documents.And(CopyRules.Copy(c.Documents, "sales", "talking", "source", c.Targets, Sales.Now, new Sales.Ids()).Value().Workflows);
        var both = copied.And(TemplateRules.Apply(copied, "t", c.Targets, Sales.Now, new Sales.Ids()).Value().Workflows);
        Assert.Equal(Tell(c.Documents.And(applied.Value.Workflows).Workflows.Values), Tell(both.Workflows.Values));
    });

    [Fact]
    public void Applying_twice_is_applying_once() => _case.Sample(c =>
    {
        var once = TemplateRules.Apply(c.Documents, "t", c.Targets, Sales.Now, new Sales.Ids());
        if (!once.Ok) return;
        var twice = TemplateRules.Apply(c.Documents.And(once.Value.Workflows), "t", c.Targets, Sales.Now, new Sales.Ids()).Value();
        Assert.Empty(twice.Workflows);
        Assert.Equal(once.Value.Placements.Select(p => p with { Replaced = true }), twice.Placements);
    });

    [Fact]
    public void Every_target_has_the_action_once_and_nothing_else_is_touched() => _case.Sample(c =>
    {
        var applied = TemplateRules.Apply(c.Documents, "t", c.Targets, Sales.Now, new Sales.Ids());
        if (!applied.Ok) return;
        var after = c.Documents.And(applied.Value.Workflows);
        foreach (var (before, workflow) in c.Documents.Workflows.Values.Select(w => (w, after.Workflows[w.Id])))
        {
            Assert.InRange(workflow.Version - before.Version, 0, 1);
            foreach (var (was, status) in before.Statuses.Zip(workflow.Statuses))
            {
                var isTarget = c.Targets.Contains(new(workflow.Id, status.Id));
                var of = status.Actions.Where(a => string.Equals(a.Name, c.Template.Action.Name, StringComparison.OrdinalIgnoreCase)).ToList();
                if (!isTarget) Assert.Same(was, status);
                else Assert.Equal(c.Template.Action.Name, Assert.Single(of).Name);
                Assert.Equal(was.Actions.Except(of, ActionIds.Instance), status.Actions.Except(of, ActionIds.Instance));
            }
        }
    });

    [Fact]
    public void One_bad_target_refuses_them_all_and_is_the_only_one_named() => Gen.Select(_case, Gen.Int[0, 5]).Sample((c, at) =>
    {
        var enabled = c.Documents.And(c.Documents.Workflows.Values.Where(w => w.Id is "a" or "b").Select(w =>
            w with { Version = w.Version + 1, Statuses = [.. w.Statuses.Select(s => s with { Enabled = true })] }));
        var bad = c.Targets.Insert(Math.Min(at, c.Targets.Length), new("hiring", "applied"));
        Assert.Equal([$"targets[{Math.Min(at, c.Targets.Length)}]"], TemplateRules.Apply(enabled, "t", bad, Sales.Now, new Sales.Ids()).Fields());
    });

    /// <summary>Everything that is in the workflows, as text.</summary>
    static string Tell(IEnumerable<Workflow> workflows)
    {
        var text = new StringBuilder();
        foreach (var workflow in workflows.OrderBy(w => w.Id, StringComparer.Ordinal))
        {
            text.AppendLine($"{workflow.Id} {workflow.Version} {workflow.Name}");
            foreach (var status in workflow.Statuses)
            {
                text.AppendLine($"  {status with { Actions = [] }}");
                foreach (var action in status.Actions)
                {
                    var operations = action.Operations.Select(o => o is NotifyUserGroups n ? string.Join(",", n.UserGroupIds) : o.ToString());
                    var bare = action with { AllowedRoles = [], Operations = [] };
                    text.AppendLine($"    {bare} {string.Join(" ", action.AllowedRoles)} {string.Join(" ", operations)}");
                }
            }
        }
        return text.ToString();
    }

    sealed class ActionIds : IEqualityComparer<WorkflowAction>
    {
        public static readonly ActionIds Instance = new();

        public bool Equals(WorkflowAction? x, WorkflowAction? y) => x?.Id == y?.Id;

        public int GetHashCode(WorkflowAction obj) => StringComparer.Ordinal.GetHashCode(obj.Id);
    }
}
