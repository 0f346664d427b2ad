using DncActors.Client.Registry;
using DncActors.Client.Json;
using DncActors.Client.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Requests;
using Sylvan.Data.Csv;

namespace DncActors.Gateway.Registry;

/// <summary>
/// The lines of an import of entries: the body of <c>POST /v1/dnc/entries</c>, or the same as columns. A list that comes from elsewhere often holds nothing but
/// phones: without channels
/// a line blocks every channel of its contact point, without a reason it says that it was imported.
/// </summary>
static class EntryImportForm
{
    internal const string Columns = "phone, email, channels, reason, expiresAt, source, region";

    internal const string UnsaidReason = "Imported.";

    static readonly HashSet<string> Known = new(Columns.Split(", "), StringComparer.OrdinalIgnoreCase);
    static readonly IReadOnlyList<string?> PhoneChannels = [ChannelNames.Call, ChannelNames.Sms];
    static readonly IReadOnlyList<string?> EmailChannels = [ChannelNames.Email];

    /// <param name="region">The organization's.</param>
    internal static ImportForm<EntryDraft> For(string region)
    {
        var fastWay = new EntryLineFastWay(region);
        return new(
            "entries",
            line => fastWay.TryRead(line.Span, out var draft) ? draft : ReadStrictly(line, region),
            Known.Contains,
            Columns,
            (row, columns) => ReadRow(row, columns, region));
    }

    internal static Outcome<EntryDraft> ReadStrictly(ReadOnlyMemory<byte> line, string region)
    {
        var read = StrictJson.Read<AddEntryRequest>(line, what: ImportCalls.Line);
        return read.Ok ? Read(read.Value, region) : read.Refusal;
    }

    static Outcome<EntryDraft> ReadRow(CsvDataReader row, CsvColumns columns, string region)
    {
        var expires = columns.TextOf(row, "expiresAt");
        DateTimeOffset until = default;
        if (expires is not null && !UtcTimeConverter.TryRead(expires, out until))
        {
            return Refusal.Validation(new FieldError(
                "expiresAt", $"'{Quote.Of(expires)}' is not read here: write a time as RFC 3339 with its offset, such as 2026-05-01T12:00:00Z."));
        }
        return Read(
            new AddEntryRequest
            {
                Phone = columns.TextOf(row, "phone"),
                Email = columns.TextOf(row, "email"),
                Channels = columns.WordsOf(row, "channels"),
                Reason = columns.TextOf(row, "reason"),
                ExpiresAt = expires is null ? null : until,
                Source = columns.TextOf(row, "source"),
                Region = columns.TextOf(row, "region"),
            },
            region);
    }

    static Outcome<EntryDraft> Read(AddEntryRequest line, string region)
    {
        var whole = line is { Channels: not null, Reason: not null }
            ? line
            : line with
            {
                Channels = line.Channels ?? (line.Phone is null ? EmailChannels : PhoneChannels),
                Reason = line.Reason ?? UnsaidReason,
            };
        return EntryMapping.Read(whole, region, EntrySource.Import);
    }
}
