using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Imports;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Leads;

/// <summary>How leads come in by the hundred: one commit, one change in the log.</summary>
public static class LeadImportRules
{
    /// <summary>
    /// Plans the lines as one commit: each is judged alone, and a refused one keeps no other out. A lead whose id is taken, in the record or by an
    /// earlier line, is refused (409).
    /// </summary>
    /// <param name="request">Whose commit id is this chunk's.</param>
    /// <param name="importId">Stands on every lead and entry that it brings.</param>
    /// <param name="drafts">At most <see cref="LeadLimits.MaxLeadsInACommit"/>.</param>
    /// <param name="taken">The drafts' ids that are in the record.</param>
    /// <param name="region">The region that national phone numbers are read in.</param>
    /// <exception cref="ArgumentOutOfRangeException">More drafts than a commit takes.</exception>
    public static ImportPlan Plan(
        Request request,
        Guid importId,
        ImmutableArray<LeadDraft> drafts,
        IReadOnlySet<string> taken,
        OrganizationDocuments documents,
        string region,
        DateTimeOffset now,
        IdSource ids)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drafts.Length, LeadLimits.MaxLeadsInACommit, nameof(drafts));
        var context = new PlanContext(request, now, ids, ImportId: importId);
        var refusals = ImmutableArray.CreateBuilder<Refusal?>(drafts.Length);
        var leads = ImmutableArray.CreateBuilder<LeadWrite>(drafts.Length);
        var added = ImmutableArray.CreateBuilder<DncEntry>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            var id = draft.Id ?? ids.Next(now).ToString("N");
            var made = NewLeadRules.Make(context, id, draft, documents, region);
            var refusal = made.Ok ? RefuseTaken(id, taken, used) : made.Refusal;
            refusals.Add(refusal);
            if (refusal is not null) continue;
            leads.Add(new(made.Value.Lead, ExpectedVersion: 0, ContactPointsChanged: true));
            added.AddRange(made.Value.Entries.Added);
        }
        var lines = refusals.DrainToImmutable();
        return new(leads.Count == 0 ? null : CommitOf(context, leads.DrainToImmutable(), added.DrainToImmutable(), lines, documents), lines);
    }

    static Refusal? RefuseTaken(string id, IReadOnlySet<string> taken, HashSet<string> used)
    {
        if (taken.Contains(id)) return Refusal.Conflict("lead.taken", $"There is a lead '{id}' already.");
        return used.Add(id) ? null : Refusal.Conflict("lead.taken", $"An earlier line has the lead id '{id}' too: give each lead its own.");
    }

    static Commit CommitOf(
        PlanContext context, ImmutableArray<LeadWrite> leads, ImmutableArray<DncEntry> added, ImmutableArray<Refusal?> lines, OrganizationDocuments documents)
    {
        var workflows = leads.Select(l => l.Lead.At.WorkflowId).Distinct().Select(w => documents.Workflows[w]);
        return new()
        {
            Id = context.Request.CommitId,
            Fingerprint = context.Request.Fingerprint,
            Organization = context.Request.Organization,
            Actor = context.Request.Actor,
            At = context.Now,
            Guards = [.. workflows.Select(w => new DocumentGuard(DocumentKind.Workflow, w.Id, w.Version))],
            Leads = leads,
            Add = added,
            Changes =
            [
                new()
                {
                    Type = ChangeTypes.LeadsImported,
                    Subject = context.ImportId?.ToString(),
                    Added = added,
                    After = LeadJson.Count("leads", leads.Length),
                },
            ],
            Reply = ImportReply.Write(lines),
        };
    }
}
