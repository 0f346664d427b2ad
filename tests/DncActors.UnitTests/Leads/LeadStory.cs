using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Leads;

/// <summary>Two leads that share phones, living through steps; after each, everything that must hold is asked.</summary>
sealed class LeadStory
{
    static readonly string[] _pool = ["+12025550121", "+12025550122", "+12025550123", "ada@example.org", "grace@example.org"];
    static readonly string[] _leads = ["l1", "l2"];
    static readonly StatusRef[] _statuses = [LeadWorld.New, LeadWorld.Contacted, LeadWorld.Nurture, LeadWorld.Dnc, LeadWorld.Renewal];

    readonly LeadWorld _world = new();

    /// <summary>What a node's index would hold: replaced by what each change carries, nothing else.</summary>
    readonly Dictionary<ContactPoint, BlockedUntil> _index = [];

    /// <summary>What was taken by hand from an execution's wish.</summary>
    readonly HashSet<(Guid Execution, ContactPoint Point, Channels Channel)> _byHand = [];

    public LeadStory()
    {
        _world.Ledger.Subscribe(batch =>
        {
            foreach (var block in batch.Changes.SelectMany(c => c.Blocks)) _index[block.Point] = block.Until;
        });
        _world.Create("l1", LeadWorld.New, _pool[0], _pool[1], _pool[3]);
        _world.Create("l2", LeadWorld.Contacted, _pool[1]);
    }

    public void Live(LeadStep step)
    {
        var id = _leads[step.Lead];
        var state = _world.Load(id);
        switch (step.Kind)
        {
            case LeadStepKind.Execute: Execute(state, step.Choice); break;
            case LeadStepKind.SetPoints: _world.SetPoints(id, Subset(step.Choice)); break;
            case LeadStepKind.RevokeOwn: RevokeOwn(state, step.Choice); break;
            case LeadStepKind.AddManual: AddManual(step); break;
            case LeadStepKind.RevokeManual: RevokeManual(step.Choice); break;
            case LeadStepKind.Restrict: Restrict(_statuses[step.Choice % _statuses.Length], (Channels)(step.More % 8), step.More % 2 + 1); break;
            case LeadStepKind.Wait: _world.Now += TimeSpan.FromDays(step.Choice % 40); break;
            default: Race(state, step); break;
        }
        foreach (var lead in _leads) Check(_world.Load(lead));
        CheckIndex();
    }

    void Execute(LeadState state, int choice)
    {
        if (Choose(state, choice) is not { } action) return;
        var decision = LeadWorld.Made(_world.Plan(state, action.Id));
        var before = Blocked();
        _world.Commit(decision.Commit);
        var after = _world.Load(state.Lead.Id);

        Assert.Equal(decision.After.Lead, after.Lead, LeadEquality.Instance);
        Assert.Equal(decision.After.Entries.Select(e => e.Id).Order(), after.Entries.Select(e => e.Id).Order());
        var revoked = decision.Commit.Revoke.Select(r => r.EntryId).ToHashSet();
        Assert.All(state.Entries.Where(e => revoked.Contains(e.Id)), e => Assert.Equal(state.Lead.Id, e.LeadId));
        Assert.Equal(revoked.Count, state.Entries.Count(e => revoked.Contains(e.Id)));
        Assert.Equal(decision.Commit.Add.Select(e => e.Id).Order(), decision.Commit.Changes.SelectMany(c => c.Added).Select(e => e.Id).Order());
        Assert.Equal(revoked.Order(), decision.Commit.Changes.SelectMany(c => c.Revoked).Select(r => r.EntryId).Order());
        if (action.Move is not null) return;

        // Without a move, only what the action removes may become free.
        var removes = action.Operations.OfType<RemoveFromDoNotContact>().Aggregate(Channels.None, (sum, r) => sum | r.Channels);
        Assert.All(before.Except(Blocked()), freed => Assert.True(removes.HasFlag(freed.Channel)));
    }

    /// <summary>The second plan fails as a whole, and planned again it holds.</summary>
    void Race(LeadState state, LeadStep step)
    {
        if (Choose(state, step.More) is not { } action) return;
        var stale = LeadWorld.Made(_world.Plan(state, action.Id));
        var head = _world.Ledger.Head;
        Execute(state, step.Choice);
        Assert.NotEqual(head, _world.Ledger.Head);
        head = _world.Ledger.Head;
        Assert.Equal("lead", _world.Ledger.Commit(stale.Commit).Conflict);
        Assert.Equal(head, _world.Ledger.Head);
        Execute(_world.Load(state.Lead.Id), step.More);
    }

    void RevokeOwn(LeadState state, int choice)
    {
        var own = state.Entries.Where(e => e.Source == EntrySource.Action).ToArray();
        if (own.Length == 0) return;
        var entry = own[choice % own.Length];
        _world.RevokeOwn(state.Lead.Id, entry);
        foreach (var channel in ChannelText.Each.Where(c => entry.Channels.HasFlag(c))) _byHand.Add((entry.ExecutionId!.Value, entry.Point, channel));
    }

    void AddManual(LeadStep step)
    {
        var point = LeadWorld.Point(_pool[step.Choice % _pool.Length]);
        var channels = (Channels)(step.More % 8) & point.Channels;
        if (channels != Channels.None) _world.Add(point, channels, step.More % 3 == 0 ? _world.Now.AddDays(20) : null);
    }

    void RevokeManual(int choice)
    {
        var manual = _world.Ledger.AllEntries(LeadWorld.Organization).Where(e => e.LeadId is null && e.Revoked is null).ToArray();
        if (manual.Length == 0) return;
        _world.Commit(LeadWorld.Made(EntryRules.Revoke(_world.Request(), manual[choice % manual.Length], new("wrong", null), _world.Now)).Commit);
    }

    /// <summary>A status restricts something else: published first, then the job walks its leads; twice, because a step may be repeated.</summary>
    void Restrict(StatusRef at, Channels channels, int stepSize)
    {
        _world.Change(at, s => s with { RestrictsContact = channels });
        for (var round = 0; round < 2; round++)
        {
            string? after = null;
            while (Standing(at, after, stepSize) is { IsEmpty: false } leads)
            {
                var plan = LeadWorld.Made(StatusRestrictionRules.Plan(_world.Request(), at, leads, _world.Documents, _world.Now, _world.Ids));
                Assert.True(round == 0 || plan.Commit is null);
                _world.Commit(plan.Commit);
                after = leads[plan.Leads - 1].Lead.Id;
            }
        }
    }

    ImmutableArray<LeadState> Standing(StatusRef at, string? after, int limit) =>
        [.. _leads.Where(l => string.CompareOrdinal(l, after) > 0).Select(_world.Load).Where(s => s.Lead.At == at).Take(limit)];

    WorkflowAction? Choose(LeadState state, int choice)
    {
        var offered = ActionOfferRules.List(state.Lead, _world.Documents, LeadWorld.Agent).Where(o => o.Available).Select(o => o.Action).ToArray();
        return offered.Length == 0 ? null : offered[choice % offered.Length];
    }

    /// <summary>Entries of the status exactly where it restricts; flags and the executions' entries ask for the same.</summary>
    void Check(LeadState state)
    {
        var restricts = _world.Documents.FindStatus(state.Lead.At)!.RestrictsContact;
        var points = state.Lead.ContactPoints.Select(p => p.Point).ToArray();
        Assert.Equal(
            points.Select(p => (p.Value, Channels: p.Channels & restricts)).Where(w => w.Channels != Channels.None).Order(),
            state.Entries.Where(e => e.Source == EntrySource.LeadStatus).Select(e => (e.Point.Value, e.Channels)).Order());
        Assert.All(state.Entries.Where(e => e.InForce(_world.Now) && e.Source == EntrySource.Action), e => Assert.All(
            ChannelText.Each.Where(c => e.Channels.HasFlag(c)),
            c => Assert.Contains(state.Lead.Flags, f => f.ExecutionId == e.ExecutionId && f.Channels.HasFlag(c))));
        foreach (var flag in state.Lead.Flags.Where(f => f.InForce(_world.Now) && f.ContactPoints == ContactPointSelection.All))
        {
            var wanted =
                from point in points
                from channel in ChannelText.Each
                where (flag.Channels & point.Channels).HasFlag(channel)
                select (Execution: flag.ExecutionId, Point: point, Channel: channel);
            Assert.All(wanted.Except(_byHand), w => Assert.Contains(
                state.Entries, e => e.ExecutionId == w.Execution && e.Point == w.Point && e.Channels.HasFlag(w.Channel) && e.InForce(_world.Now)));
        }
    }

    /// <summary>A contact point is blocked on a channel exactly while an entry covers it that was neither revoked nor has expired.</summary>
    void CheckIndex()
    {
        var covered = from e in _world.Ledger.AllEntries(LeadWorld.Organization)
                      where e.InForce(_world.Now)
                      from c in ChannelText.Each
                      where e.Channels.HasFlag(c)
                      select (e.Point, Channel: c);
        Assert.Equal(covered.ToHashSet(), Blocked());
    }

    HashSet<(ContactPoint Point, Channels Channel)> Blocked()
    {
        var now = _world.Now.ToUnixTimeMilliseconds();
        return [.. from block in _index from c in ChannelText.Each where block.Value.Blocks(c, now) select (block.Key, c)];
    }

    static string[] Subset(int bits) => [.. _pool.Where((_, i) => (bits & (1 << i)) != 0)];
}
