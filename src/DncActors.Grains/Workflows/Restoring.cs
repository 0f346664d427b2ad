using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Grains.Deciding;

namespace DncActors.Grains.Workflows;

/// <summary>Publishes an old version of a workflow anew.</summary>
sealed class Restoring(DocumentEdits edits, StandingLeads standing, TimeProvider time)
{
    public Task<Outcome<Workflow>> RunAsync(Request request, string workflowId, long version, long? ifVersion, Action inDoubt) => edits.RunAsync(
        request,
        published => DecideAsync(request, published, workflowId, version, ifVersion),
        reply => ReadAsync(request, workflowId, DocumentCommits.VersionIn(reply)),
        inDoubt);

    async ValueTask<Outcome<Decision<Workflow>>> DecideAsync(
        Request request, OrganizationDocuments published, string workflowId, long version, long? ifVersion)
    {
        var was = published.Workflows.GetValueOrDefault(workflowId);
        if (DocumentCommits.RefuseStale(was, ifVersion) is { } stale) return stale;
        var old = await ReadAsync(request, workflowId, version);
        if (!old.Ok) return Refusal.NotFound("version", version.ToString(CultureInfo.InvariantCulture));
        var planned = WorkflowRestoreRules.Restore(published, workflowId, old.Value);
        if (!planned.Ok) return planned.Refusal;
        var (next, mustBeEmpty, guards) = planned.Value;
        if (ReferenceEquals(next, was)) return new Decision<Workflow>(null, next);
        if (await WhyNotAsync(request.Organization, workflowId, mustBeEmpty) is { } refusal) return refusal;
        return new Decision<Workflow>(DocumentCommits.Of(request, published, [next], guards, time.GetUtcNow(), DocumentCommits.Reply(next)), next);
    }

    /// <summary>Names every status where leads stand in the way; that none comes meanwhile is the guards' part.</summary>
    async Task<Refusal?> WhyNotAsync(string organization, string workflowId, ImmutableArray<(Status Status, string Why)> mustBeEmpty)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        foreach (var (status, why) in mustBeEmpty)
        {
            if (await standing.AnyAsync(organization, new(workflowId, status.Id)))
                errors.Add(new("statuses", $"Leads stand in the status '{status.Name}', which {why}."));
        }
        return errors.Count == 0
            ? null
            : Refusal.Unprocessable(
                "restore.has-leads", $"Nothing was changed. {string.Join(" ", errors.Take(10).Select(e => e.Message))}", errors.DrainToImmutable());
    }

    ValueTask<Outcome<Workflow>> ReadAsync(Request request, string workflowId, long version) =>
        edits.ReadAsync<Workflow>(request.Organization, DocumentKind.Workflow, workflowId, version);
}
