using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Leads;
using DncActors.Domain.Paging;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Ledger;

public sealed partial class LedgerModel : ILeadStore
{
    public Task<LoadedLead> LoadAsync(string organization, string leadId, Guid? commitId)
    {
        lock (_gate)
        {
            var found = commitId is { } id ? _commits.GetValueOrDefault((organization, id)) : null;
            var execution = found is null ? null : FindExecution(organization, found.Id);
            return Task.FromResult(new LoadedLead(Load(organization, leadId), found, execution));
        }
    }

    /// <summary>The lead with its own entries that are not revoked, or null.</summary>
    public LeadState? Load(string organization, string leadId)
    {
        lock (_gate)
        {
            return FindLead(organization, leadId) is { } found
                ? new(found.Lead, [.. Unrevoked(organization).Where(e => e.LeadId == leadId)], found.Sequence)
                : null;
        }
    }

    public Task<ImmutableHashSet<string>> FindTakenAsync(string organization, ImmutableArray<string> leadIds, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(leadIds.Where(id => FindLead(organization, id) is not null).ToImmutableHashSet());
    }

    public Task<PageOf<Lead>> SearchAsync(string organization, LeadQuery query, PageRequest page, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var leads = _leads.Where(l => l.Organization == organization).Select(l => l.Lead).Where(l => Matches(organization, l, query)).Reverse();
            return Task.FromResult(Page(leads, page));
        }
    }

    public Task<ImmutableArray<LeadState>> ReadStandingAsync(
        string organization, string workflowId, string statusId, string? afterLeadId, int limit, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var behind = afterLeadId is null ? 0 : _leads.FindIndex(l => l.Organization == organization && l.Lead.Id == afterLeadId) + 1;
            return Task.FromResult<ImmutableArray<LeadState>>(
            [
                .. _leads.Skip(behind).Where(l => l.Organization == organization && l.Lead.At == new StatusRef(workflowId, statusId)).Take(limit)
                    .Select(l => Load(organization, l.Lead.Id)!),
            ]);
        }
    }

    public Task<Execution?> ReadExecutionAsync(string organization, Guid executionId, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(FindExecution(organization, executionId));
    }

    public Task<PageOf<Execution>> ReadHistoryAsync(string organization, string leadId, PageRequest page, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var executions = _executions.Where(e => e.Organization == organization && e.Execution.LeadId == leadId).Select(e => e.Execution).Reverse();
            return Task.FromResult(Page(executions, page));
        }
    }

    bool Matches(string organization, Lead lead, LeadQuery query) =>
        (query.WorkflowId is null || lead.At.WorkflowId == query.WorkflowId)
        && (query.StatusId is null || lead.At.StatusId == query.StatusId)
        && (query.Statuses is not { } statuses || statuses.Contains(lead.At))
        && (query.DoNotContact is not { } flagged || flagged == IsFlagged(organization, lead, query.Now))
        && (query.ImportId is null || lead.ImportId == query.ImportId)
        && ((query.Text is null && query.Point is null)
            || (query.Text is { } text && (lead.Id == text || Words(lead.Name).Any(w => w.StartsWith(text, StringComparison.OrdinalIgnoreCase))))
            || (query.Point is { } point && lead.ContactPoints.Any(p => p.Point == point)));

    bool IsFlagged(string organization, Lead lead, DateTimeOffset now) =>
        lead.Flags.Any(f => f.InForce(now)) || Unrevoked(organization).Any(e => e.LeadId == lead.Id && e.InForce(now));

    (Lead Lead, long Sequence)? FindLead(string organization, string leadId)
    {
        var at = _leads.FindIndex(l => l.Organization == organization && l.Lead.Id == leadId);
        return at < 0 ? null : (_leads[at].Lead, _leads[at].Sequence);
    }

    Execution? FindExecution(string organization, Guid id) =>
        _executions.Where(e => e.Organization == organization && e.Execution.Id == id).Select(e => e.Execution).FirstOrDefault();

    static string[] Words(string? name) => (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Here a cursor is how many items were passed.</summary>
    static PageOf<T> Page<T>(IEnumerable<T> items, PageRequest page)
    {
        var passed = page.Cursor is null ? 0 : int.Parse(page.Cursor, CultureInfo.InvariantCulture);
        var rest = items.Skip(passed).Take(page.Limit + 1).ToArray();
        return rest.Length <= page.Limit ? new([.. rest], null) : new([.. rest[..page.Limit]], $"{passed + page.Limit}");
    }
}
