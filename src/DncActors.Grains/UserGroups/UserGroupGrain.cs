using System.Collections.Immutable;
using DncActors.Contracts.Identity;
using DncActors.Contracts.UserGroups;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Grains.Events;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.UserGroups;

/// <summary>
/// Follows the log for one user group. A hint only says that there is more; the grain moves by reading from its cursor alone, so that each change is applied
/// once and in order whatever was lost. The cursor is saved every few seconds: after a crash the last changes are read and applied again, from the same state.
/// </summary>
sealed partial class UserGroupGrain(
    [PersistentState("userGroup", GrainStorageNames.Dnc)] IPersistentState<UserGroupState> saved,
    RecentLog log,
    IPublishedDocuments documents,
    GroupInstruments instruments,
    ILogger<UserGroupGrain> logger) : Grain, IUserGroupGrain
{
    const int MostRecent = 100;
    static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(5);
    static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(30);

    readonly Queue<Change> _recent = new();
    string _organization = "";
    string _groupId = "";
    long _cursor;
    bool _dirty;

    UserGroupState State => saved.State;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_organization, _groupId) = GrainKeys.Parse(this.GetPrimaryKeyString());
        // The recent feed is read again; applying what it had already applied changes nothing.
        _cursor = State.RecentAfter;
        await ReadAsync(cancellationToken);
        instruments.Read(this.GetPrimaryKeyString(), _cursor);
        this.RegisterGrainTimer(static (grain, token) => grain.SaveAsync(token), this, new() { DueTime = SaveEvery, Period = SaveEvery });
        this.RegisterGrainTimer(static (grain, token) => grain.ReadAsync(token), this, new() { DueTime = ReadEvery, Period = ReadEvery });
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        instruments.Gone(this.GetPrimaryKeyString());
        return SaveAsync(cancellationToken);
    }

    public Task HintAsync(long upTo)
    {
        if (upTo <= _cursor) return Task.CompletedTask;
        instruments.Told(this.GetPrimaryKeyString(), upTo);
        return ReadAsync(CancellationToken.None);
    }

    public async Task<UserGroupSync> GetSyncAsync()
    {
        await ReadAsync(CancellationToken.None);
        return new(_cursor, State.Versions.ToImmutableDictionary());
    }

    public async Task<ImmutableArray<Change>> GetRecentAsync(int limit)
    {
        await ReadAsync(CancellationToken.None);
        return [.. _recent.Reverse().Take(Math.Clamp(limit, 0, MostRecent))];
    }

    async Task ReadAsync(CancellationToken cancellation)
    {
        var news = new List<Change>();
        while (true)
        {
            var reached = await log.ReadGroupAsync(_organization, _groupId, _cursor, news, cancellation);
            if (reached == _cursor) return;
            // Asked for after the reading: what is published is then at least as new as what was read.
            if (await documents.FindAsync(_organization) is not { } published) return;
            foreach (var change in news) Apply(change, published);
            _dirty |= news.Count > 0 && reached > State.Cursor;
            State.Cursor = Math.Max(State.Cursor, reached);
            _cursor = reached;
            instruments.Read(this.GetPrimaryKeyString(), _cursor);
            news.Clear();
        }
    }

    void Apply(Change change, OrganizationDocuments published)
    {
        UserGroupRules.Apply(State.Versions, _groupId, change, published);
        _recent.Enqueue(change);
        if (_recent.Count > MostRecent) State.RecentAfter = _recent.Dequeue().Sequence;
    }

    async Task SaveAsync(CancellationToken cancellation)
    {
        if (!_dirty) return;
        _dirty = false;
        try
        {
            await saved.WriteStateAsync(cancellation);
        }
#pragma warning disable CA1031 // Whatever kept it from being saved: the log is the truth, another activation reads it from where the last saving was.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogNotSaved(logger, fault, _organization, _groupId);
            DeactivateOnIdle();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The cursor of user group {Organization}/{UserGroupId} was not saved; it is read again from the one before")]
    private static partial void LogNotSaved(ILogger logger, Exception fault, string organization, string userGroupId);
}
