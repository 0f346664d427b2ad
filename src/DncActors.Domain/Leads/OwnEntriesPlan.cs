using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Leads;

/// <summary>A lead's own entries while a plan is made: what it holds after each step, and what the commit must add and revoke for it.</summary>
sealed class OwnEntriesPlan(PlanContext context, string leadId, ImmutableArray<DncEntry> entries)
{
    readonly List<DncEntry> _held = [.. entries];
    readonly List<DncEntry> _added = [];
    readonly List<EntryRevocation> _revoked = [];

    public PlanContext Context => context;

    /// <summary>Not revoked so far, expired ones included.</summary>
    public IReadOnlyList<DncEntry> Held => _held;

    public IReadOnlyList<DncEntry> Added => _added;

    public IReadOnlyList<EntryRevocation> Revoked => _revoked;

    /// <summary>Adds an entry of the lead's status.</summary>
    public void AddOfStatus(ContactPoint point, Channels channels, string reason) => Add(new(
        context.Ids.Next(context.Now),
        point,
        channels,
        EntrySource.LeadStatus,
        reason,
        leadId,
        context.ExecutionId,
        context.Request.Actor,
        context.Now,
        ExpiresAt: null,
        context.ImportId,
        Revoked: null));

    /// <summary>
    /// Adds what a flag asks for at a contact point. It names the flag's execution, also where it is inherited later: that tells of the wish, and of who
    /// took it down. Who adds it now may be somebody else, who brought the contact point.
    /// </summary>
    public void AddOfFlag(ContactPoint point, Channels channels, LeadFlag flag) => Add(new(
        context.Ids.Next(context.Now),
        point,
        channels,
        EntrySource.Action,
        flag.Reason,
        leadId,
        flag.ExecutionId,
        context.Request.Actor,
        context.Now,
        flag.ExpiresAt,
        ImportId: null,
        Revoked: null));

    /// <summary>Ends an entry; one that this very plan had added is never written.</summary>
    public void Revoke(DncEntry entry, string reason, string? evidence = null)
    {
        _held.RemoveAll(e => e.Id == entry.Id);
        if (_added.RemoveAll(e => e.Id == entry.Id) > 0) return;
        var revocation = new Revocation(context.Now, context.Request.Actor, reason, evidence, context.ExecutionId);
        _revoked.Add(new(entry.Id, entry.Point, entry.Channels, entry.Source, revocation));
    }

    /// <summary>
    /// Ends an entry on these channels. An entry never changes: the channels that are left live on in one that takes its place in the same commit and is
    /// as old, as long and of the same execution as the one it continues.
    /// </summary>
    public void RevokeOn(Channels channels, DncEntry entry, string reason, string? evidence)
    {
        Revoke(entry, reason, evidence);
        var left = entry.Channels & ~channels;
        if (left != Channels.None) Add(entry with { Id = context.Ids.Next(context.Now), Channels = left });
    }

    void Add(DncEntry entry)
    {
        _held.Add(entry);
        _added.Add(entry);
    }
}
