using DncActors.Domain.Identity;
using DncActors.Domain.Jobs;
using DncActors.Domain.Ledger;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;
using DncActors.Grains.Following;

namespace DncActors.Grains.Jobs;

/// <summary>
/// Revokes what an import brought, newest first, some hundreds a commit, so that executions pass between two of them; from the beginning again until nothing is
/// left, since the import may still run.
/// </summary>
sealed class ImportRevocationSteps(IEntryStore entries, AcknowledgedLedger ledger, TimeProvider time, IdSource ids) : IJobSteps
{
    /// <summary>By the clock of the node that added them, entries may be of a moment that is not yet here. What expires by then does so by itself.</summary>
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    public string Kind => JobKinds.ImportRevocation;

    public async Task<Job> StepAsync(Job job)
    {
        var now = time.GetUtcNow();
        if (!Guid.TryParse(job.Subject, out var importId) || await ledger.FindAsync(job.Organization, job.Id) is not { Reply: { } reply })
            return job with { FinishedAt = now, Error = $"'{job.Subject}' is no import that anybody undoes." };
        var query = new EntryQuery(ImportId: importId, ActiveOn: now + ClocksDiffer);
        var page = await entries.SearchAsync(job.Organization, query, new PageRequest(EntryLimits.MaxEntriesInACommit, job.Cursor), CancellationToken.None);
        if (page.Items.IsEmpty)
        {
            // The last step's own commit is known to every node already.
            return job.Cursor is null ? job with { FinishedAt = now, Total = job.Done, Error = null } : job with { Cursor = null };
        }
        var said = ImportRevocationRules.Read(reply);
        // An import that still runs can bring people's own wishes after nobody was asked for evidence.
        if (said.Evidence is null && page.Items.Any(entry => entry.Source == EntrySource.OptOut))
            return job with { FinishedAt = now, Error = ImportRevocationRules.AsksForEvidence };
        var request = new Request(job.Organization, job.StartedBy, null, "", ids.Next(now), job.Id);
        var commit = ImportRevocationRules.Step(request, importId, page.Items, said, now);
        // Somebody revoked one of them by hand: the same step again, with what is left.
        if ((await ledger.CommitAsync(commit)).Outcome != CommitOutcome.Done) return job;
        return job with { Cursor = page.Next, Done = job.Done + page.Items.Length, Error = null };
    }
}
