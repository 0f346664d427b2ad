using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Client.ContactChecks;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Registry;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Writes whole verdicts, as <see cref="VerdictModel"/> has them.</summary>
static class VerdictWriter
{
    internal static string WordOf(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Allowed => VerdictNames.Allowed,
        CheckVerdict.Blocked => VerdictNames.Blocked,
        CheckVerdict.Invalid => VerdictNames.Invalid,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), "What is unsure is not told."),
    };

    /// <param name="point">As it was read, or as it was typed where it could not be.</param>
    internal static void Write(
        Utf8JsonWriter json, string point, Channels channel, CheckVerdict verdict, ImmutableArray<VerdictReason> reasons, long asOf, long nowMilliseconds)
    {
        json.WriteStartObject();
        json.WriteString("contactPoint"u8, point);
        json.WriteString("channel"u8, ChannelWords.Words.Of(channel));
        json.WriteBoolean("allowed"u8, verdict == CheckVerdict.Allowed);
        json.WriteString("verdict"u8, WordOf(verdict));
        json.WriteStartArray("reasons"u8);
        foreach (var reason in reasons) Write(json, reason);
        json.WriteEndArray();
        WriteUpTo(json, asOf, nowMilliseconds);
        json.WriteEndObject();
    }

    internal static void WriteUpTo(Utf8JsonWriter json, long asOf, long nowMilliseconds)
    {
        Span<byte> time = stackalloc byte[UtcText.Length];
        UtcText.Write(time, nowMilliseconds);
        json.WriteString("checkedAt"u8, time);
        json.WriteNumber("asOf"u8, asOf);
    }

    static void Write(Utf8JsonWriter json, VerdictReason reason)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, reason.Code);
        Id("entryId"u8, reason.EntryId);
        json.WriteString("source"u8, reason.Source is { } source ? EntryWords.Sources.Of(source) : null);
        Time("since"u8, reason.Since);
        Time("until"u8, reason.Until);
        json.WriteString("by"u8, reason.By);
        json.WriteString("leadId"u8, reason.LeadId);
        Id("executionId"u8, reason.ExecutionId);
        json.WriteString("detail"u8, reason.Detail);
        json.WriteEndObject();

        void Id(ReadOnlySpan<byte> name, Guid? id)
        {
            if (id is { } known) json.WriteString(name, known);
            else json.WriteNull(name);
        }

        void Time(ReadOnlySpan<byte> name, DateTimeOffset? time)
        {
            if (time is { } known) json.WriteString(name, known.UtcDateTime);
            else json.WriteNull(name);
        }
    }
}
