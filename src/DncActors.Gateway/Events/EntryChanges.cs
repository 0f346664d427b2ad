using DncActors.Client.Events;
using DncActors.Contracts.Events;
using DncActors.Domain.Audit;
using DncActors.Domain.Ledger;
using DncActors.Gateway.Audit;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Events;

/// <summary>The stream of entries, by pages.</summary>
static class EntryChanges
{
    internal static readonly QueryParameter<long> After = Parameters.Number(
        "after", "The 'last' of the poll before. Default: 0, everything.", 0, 0, long.MaxValue);

    /// <summary>A change of an import holds hundreds of entries; a page ends with the change that reaches this many.</summary>
    const int MaxEntries = 10_000;

    const int ReadAtOnce = 50;

    internal static async Task<IResult> ReadAsync(Call call)
    {
        var (after, limit) = (call.Query.Get(After), (int)call.Query.Get(Paging.Limit));
        // Read before the log is: what was applied by then is surely in what is read.
        if (await StreamPlace.WhyNotThereAsync(call, After.Name, after) is { } refusal) return Answers.Refused(refusal);
        var applied = await call.Ask<IEventStreams>().ReadAppliedAsync(call.Cancellation);
        var (items, more) = await ReadAsync(call, after, limit);
        call.Ask<AccessLog>().Told(call, AccessKind.EntriesFollowed, items.Sum(item => (long)item.Added.Count + item.Revoked.Count));
        var last = items.Count == 0 ? after : items[^1].Sequence;
        return Answers.Ok(new DncChangesModel { Items = items, Next = more ? last : null, Last = more ? last : Math.Max(last, applied) });
    }

    static async Task<(List<DncEntriesEventModel> Items, bool More)> ReadAsync(Call call, long after, int limit)
    {
        var log = call.Ask<IChangeLog>();
        var items = new List<DncEntriesEventModel>();
        var entries = 0;
        while (true)
        {
            var asked = Math.Min(ReadAtOnce, limit - items.Count + 1);
            var changes = await log.ReadOrganizationAsync(call.Access.Organization, after, entriesOnly: true, asked, call.Cancellation);
            foreach (var change in changes)
            {
                if (items.Count == limit || entries >= MaxEntries) return (items, true);
                items.Add(EventMapping.ToModel(change));
                entries += change.What.Added.Length + change.What.Revoked.Length;
                after = change.Sequence;
            }
            if (changes.Length < asked) return (items, false);
        }
    }
}
