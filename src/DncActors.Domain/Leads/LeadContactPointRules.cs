using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Leads;

/// <summary>Reads a lead's contact points. What is wrong is added to the errors, all of it; what is returned then means nothing.</summary>
static class LeadContactPointRules
{
    /// <summary>
    /// The contact points in their order, each read, none twice, one primary for each kind: where none of a kind is marked, the first of it is, so that an
    /// operation on the primary contact point always finds one where there is any.
    /// </summary>
    /// <param name="region">The region that national phone numbers are read in.</param>
    public static ImmutableArray<LeadContactPoint> Read(ImmutableArray<ContactPointDraft> drafts, string region, List<FieldError> errors)
    {
        if (drafts.Length > LeadLimits.MaxContactPoints)
        {
            errors.Add(new("contactPoints", $"{drafts.Length} contact points are too many: a lead has at most {LeadLimits.MaxContactPoints}."));
            return [];
        }
        var read = ImmutableArray.CreateBuilder<LeadContactPoint>(drafts.Length);
        var places = new Dictionary<ContactPoint, int>();
        for (var i = 0; i < drafts.Length; i++)
        {
            var at = $"contactPoints[{i}]";
            var draft = drafts[i];
            var label = LeadFieldRules.ReadText(draft.Label, $"{at}.label", LeadLimits.MaxLabelLength, errors);
            if (!ContactPointReader.TryRead(draft.Kind, draft.Value, region, out var point, out var why))
            {
                errors.Add(new($"{at}.value", $"{LeadFieldRules.Quote(draft.Value)}: {why}."));
                continue;
            }
            if (!places.TryAdd(point, i))
            {
                errors.Add(new($"{at}.value", $"{LeadFieldRules.Quote(draft.Value)} is the same as contactPoints[{places[point]}]: leave one of them out."));
                continue;
            }
            read.Add(new(point, draft.Value, label, draft.Primary));
        }
        RefuseSeveralPrimaries(drafts, errors);
        return WithPrimaries(read);
    }

    static void RefuseSeveralPrimaries(ImmutableArray<ContactPointDraft> drafts, List<FieldError> errors)
    {
        foreach (var kind in (ReadOnlySpan<ContactPointKind>)[ContactPointKind.Phone, ContactPointKind.Email])
        {
            var marked = drafts.Index().Where(d => d.Item.Primary && d.Item.Kind == kind).Select(d => d.Index).ToArray();
            var name = kind == ContactPointKind.Phone ? "phone" : "email";
            errors.AddRange(marked.Skip(1).Select(i =>
                new FieldError($"contactPoints[{i}].primary", $"contactPoints[{marked[0]}] is the primary {name} already: mark one {name} only.")));
        }
    }

    static ImmutableArray<LeadContactPoint> WithPrimaries(ImmutableArray<LeadContactPoint>.Builder points)
    {
        var done = points.Where(p => p.Primary).Select(p => p.Point.Kind).ToHashSet();
        for (var i = 0; i < points.Count; i++)
        {
            if (done.Add(points[i].Point.Kind)) points[i] = points[i] with { Primary = true };
        }
        return points.DrainToImmutable();
    }
}
