using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Answers whether a lead may be contacted, contact point by contact point.</summary>
static class LeadVerdictAnswer
{
    internal static async Task WriteAsync(HttpContext context, PointChecks points, string organization, LeadVerdict verdict, Channels channel)
    {
        var known = await ExplainAsync(points, organization, verdict, channel, context.RequestAborted);
        VerdictJson.SetHeaders(context.Response);
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, VerdictJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("leadId"u8, verdict.LeadId);
        json.WriteString("channel"u8, ChannelWords.Words.Of(channel));
        json.WriteBoolean("allowed"u8, verdict.Verdict == CheckVerdict.Allowed);
        json.WriteStartArray("contactPoints"u8);
        foreach (var (point, reasons) in known)
            VerdictWriter.Write(json, point.Point.Value, channel, point.Verdict, reasons, verdict.AsOf, verdict.NowMilliseconds);
        json.WriteEndArray();
        VerdictWriter.WriteUpTo(json, verdict.AsOf, verdict.NowMilliseconds);
        json.WriteEndObject();
    }

    /// <summary>Its contact points that something is known of, and why those that are blocked are.</summary>
    internal static async Task<IReadOnlyList<(PointVerdict Point, ImmutableArray<VerdictReason> Reasons)>> ExplainAsync(
        PointChecks points, string organization, LeadVerdict verdict, Channels channel, CancellationToken cancellation)
    {
        // A lead that is blocked is blocked, whatever this node does not know for sure of its other contact points: those are left out.
        var known = verdict.Points.Where(p => p.Verdict != CheckVerdict.Unsure).ToArray();
        var reasons = await Task.WhenAll(known.Select(p => ReasonsAsync(p).AsTask()));
        return [.. known.Zip(reasons)];

        async ValueTask<ImmutableArray<VerdictReason>> ReasonsAsync(PointVerdict point)
        {
            if (point.Verdict != CheckVerdict.Blocked) return [];
            var found = await points.ExplainAsync(organization, point.Point, channel, verdict.AsOf, cancellation);
            var isTold = verdict.ByStatus is not { } status || found.Any(r => r.Code == status.Code && r.LeadId == status.LeadId);
            return isTold ? found : found.Add(verdict.ByStatus!);
        }
    }
}
