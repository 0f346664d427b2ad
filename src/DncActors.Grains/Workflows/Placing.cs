using System.Collections.Immutable;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Grains.Deciding;

namespace DncActors.Grains.Workflows;

/// <summary>Puts an action into many statuses, for copies and for templates alike.</summary>
sealed class Placing(DocumentEdits edits, TimeProvider time)
{
    /// <param name="name">What the action is called.</param>
    /// <param name="plan">What the copy or application comes to.</param>
    public Task<Outcome<ActionPlacements>> RunAsync(
        Request request,
        ImmutableArray<StatusRef> targets,
        bool dryRun,
        Func<OrganizationDocuments, string?> name,
        Func<OrganizationDocuments, DateTimeOffset, Outcome<PlacementEdit>> plan,
        Action inDoubt)
    {
        return edits.RunAsync<ActionPlacements>(request, published => new(Decide(published)), RepeatAsync, inDoubt);

        Outcome<Decision<ActionPlacements>> Decide(OrganizationDocuments published)
        {
            var now = time.GetUtcNow();
            var planned = plan(published, now);
            if (!planned.Ok) return planned.Refusal;
            var edit = planned.Value;
            if (dryRun) return new Decision<ActionPlacements>(null, new(true, edit.Foreseen));
            var reply = PlacementReply.Write(name(published) ?? "", edit.Placements);
            var commit = DocumentCommits.Of(request, published, [.. edit.Workflows], edit.Guards, now, reply ?? "");
            return new Decision<ActionPlacements>(commit, new(false, edit.Placements));
        }

        async ValueTask<Outcome<ActionPlacements>> RepeatAsync(string? reply)
        {
            if (PlacementReply.Read(reply) is not { } kept) return DecidingRefusals.TooLargeToRepeat();
            return new ActionPlacements(false, await kept.RebuildAsync(targets, async (id, version) =>
                (await edits.ReadAsync<Workflow>(request.Organization, DocumentKind.Workflow, id, version)).Value));
        }
    }
}
