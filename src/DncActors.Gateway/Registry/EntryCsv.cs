using System.Text;
using DncActors.Client.Registry;

namespace DncActors.Gateway.Registry;

/// <summary>Entries as CSV (RFC 4180): the fields of the model as columns, channels separated by semicolons.</summary>
static class EntryCsv
{
    internal const string Header =
        "id,contactPoint,kind,channels,source,reason,leadId,executionId,importId,addedBy,addedAt,"
        + "expiresAt,revokedAt,revokedBy,revokedReason,revokedEvidence\r\n";

    static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    internal static void Write(StringBuilder csv, DncEntryModel entry)
    {
        Field(csv, entry.Id);
        Field(csv, entry.ContactPoint);
        Field(csv, entry.Kind);
        Field(csv, string.Join(';', entry.Channels));
        Field(csv, entry.Source);
        Field(csv, entry.Reason);
        Field(csv, entry.LeadId);
        Field(csv, entry.ExecutionId);
        Field(csv, entry.ImportId);
        Field(csv, entry.AddedBy);
        Field(csv, TimeOf(entry.AddedAt));
        Field(csv, TimeOf(entry.ExpiresAt));
        Field(csv, TimeOf(entry.RevokedAt));
        Field(csv, entry.RevokedBy);
        Field(csv, entry.RevokedReason);
        Field(csv, entry.RevokedEvidence);
        csv.Length--;
        csv.Append("\r\n");
    }

    static void Field(StringBuilder csv, string? text)
    {
        if (text is not null && text.AsSpan().ContainsAny(Special)) csv.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else csv.Append(text);
        csv.Append(',');
    }

    static string? TimeOf(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", System.Globalization.CultureInfo.InvariantCulture);
}
