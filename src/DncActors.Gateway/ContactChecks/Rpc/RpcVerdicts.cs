using System.Collections.Immutable;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Registry;
using Google.Protobuf.WellKnownTypes;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>Whole verdicts, with what the HTTP side tells in JSON.</summary>
static class RpcVerdicts
{
    internal static V1.Verdict Of(
        string point, Channels channel, CheckVerdict verdict, ImmutableArray<VerdictReason> reasons, long asOf, long nowMilliseconds)
    {
        var told = new V1.Verdict
        {
            ContactPoint = point,
            Channel = RpcWords.Of(channel),
            Allowed = verdict == CheckVerdict.Allowed,
            Verdict_ = RpcWords.Of(verdict),
            CheckedAt = TimeOf(nowMilliseconds),
            AsOf = asOf,
        };
        foreach (var reason in reasons) told.Reasons.Add(Of(reason));
        return told;
    }

    internal static V1.Verdict Of(LeadVerdict lead, Channels channel, IEnumerable<(PointVerdict Point, ImmutableArray<VerdictReason> Reasons)> points)
    {
        var told = Of("", channel, lead.Verdict, [], lead.AsOf, lead.NowMilliseconds);
        told.LeadId = lead.LeadId;
        foreach (var (point, reasons) in points)
            told.ContactPoints.Add(Of(point.Point.Value, channel, point.Verdict, reasons, lead.AsOf, lead.NowMilliseconds));
        return told;
    }

    internal static Timestamp TimeOf(long unixMilliseconds) => Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds));

    static V1.Reason Of(VerdictReason reason) => new()
    {
        Code = reason.Code,
        EntryId = reason.EntryId?.ToString() ?? "",
        Source = reason.Source is { } source ? EntryWords.Sources.Of(source) : "",
        Since = reason.Since is { } since ? Timestamp.FromDateTimeOffset(since) : null,
        Until = reason.Until is { } until ? Timestamp.FromDateTimeOffset(until) : null,
        By = reason.By ?? "",
        LeadId = reason.LeadId ?? "",
        ExecutionId = reason.ExecutionId?.ToString() ?? "",
        Detail = reason.Detail ?? "",
    };
}
