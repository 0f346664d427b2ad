using DncActors.Grains.Following;

namespace DncActors.UnitTests.Leases;

/// <summary>Its follower: the rules are the product's, the reading is simulated.</summary>
sealed partial class SimProcess
{
    const int PageSize = 2;

    readonly EarlyBatches<SimBatch> _early = new(batch => (batch.After, batch.UpTo));

    void Load()
    {
        _loading = true;
        Send(SimSort.Load, () =>
        {
            var head = _world.Database.Head;
            return () =>
            {
                if (Is(LeaseMutant.AnswersBeforeItIsLoaded)) (Applied, _loaded) = (head, true);
                if (_loaded) Lease.Loaded();
                LoadImage(head);
                Pump();
            };
        }, () => _loading = false);
    }

    void LoadImage(long head) => Send(SimSort.Load, () =>
    {
        // Read behind the head: it may show more than the log up to there.
        var image = _world.Database.Image();
        return () =>
        {
            if (!_loaded) Applied = head;
            foreach (var (key, until) in _image) image[key] = until;
            _image = image;
            _loaded = true;
            _loading = false;
            Lease.Loaded();
            Pump();
        };
    }, () => _loading = false);

    void HandOver(SimBatch batch)
    {
        var step = _loaded ? FollowRules.Judge(Applied, batch.After, batch.UpTo) : FollowStep.Skip;
        if (step == FollowStep.CatchUp && Is(LeaseMutant.PushAppliedOverAGap)) step = FollowStep.Apply;
        if (step == FollowStep.Apply) Apply(batch.Changes, batch.UpTo);
        else if (step == FollowStep.CatchUp) ComesEarly(batch);
        else if (_loaded && Is(LeaseMutant.OlderBatchAppliedAgain)) Apply(batch.Changes, Applied);
    }

    void ComesEarly(SimBatch batch)
    {
        if (batch.Changes.Length > 0) _early.Keep(batch);
        CatchUp();
    }

    void CatchUp()
    {
        if (!_loaded || _catchingUp || Is(LeaseMutant.MissedBatchNeverCaughtUpWith)) return;
        _catchingUp = true;
        Send(SimSort.Follow, () =>
        {
            var head = _world.Database.Head;
            return () => ReadUpTo(head);
        }, () => _catchingUp = false);
    }

    void ReadUpTo(long head)
    {
        if (Applied >= head)
        {
            _catchingUp = false;
            Pump();
            return;
        }
        var after = Applied;
        Send(SimSort.Follow, () =>
        {
            var page = _world.Database.ReadAfter(after, PageSize);
            return () =>
            {
                var last = page.Length == 0 ? after : page[^1].Sequence;
                Apply(page, FollowRules.ReachedBy(last, page.Length == PageSize, head));
                ReadUpTo(head);
            };
        }, () => _catchingUp = false);
    }

    void Apply(SimChange[] changes, long upTo)
    {
        foreach (var change in changes)
        {
            if (change.Sequence > Applied || Is(LeaseMutant.OlderBatchAppliedAgain)) _image[change.Key] = change.Until;
        }
        Applied = Math.Max(Applied, upTo);
        if (_early.TakeNext(Applied) is { } next) Apply(next.Changes, next.UpTo);
    }
}
