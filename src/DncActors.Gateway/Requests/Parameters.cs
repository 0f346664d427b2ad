using System.Globalization;
using DncActors.Client.Json;

namespace DncActors.Gateway.Requests;

/// <summary>The kinds of query parameters.</summary>
static class Parameters
{
    const int MaxText = 1_000;

    internal static QueryParameter<string?> Text(string name, string description, int maxLength = MaxText) =>
        new(name, description, null, (string text, out string? value, out string why) =>
        {
            (value, why) = (text, $"write 1 to {maxLength} characters.");
            return text.Length > 0 && text.Length <= maxLength;
        });

    internal static QueryParameter<string?> Id(string name, string description) =>
        new(name, description, null, (string text, out string? value, out string why) =>
        {
            (value, why) = (text, $"write an id, 1 to {PathIds.MaxLength} characters without spaces.");
            return PathIds.IsSane(text);
        });

    internal static QueryParameter<Guid?> Guid(string name, string description) =>
        new(name, description, null, (string text, out Guid? value, out string why) =>
        {
            var read = System.Guid.TryParseExact(text, "D", out var id);
            (value, why) = (id, "write an id as it was given, such as 01890a5d-ac96-774b-bcce-b302099a8057.");
            return read;
        })
        { Schema = ("string", "uuid") };

    internal static QueryParameter<DateTimeOffset?> Time(string name, string description) =>
        new(name, description, null, (string text, out DateTimeOffset? value, out string why) =>
        {
            var read = TryReadTime(text, out var time);
            value = time;
            why = "write a time as RFC 3339 with its offset, such as 2026-05-01T12:00:00Z, or a day, such as 2026-05-01, for its midnight in UTC.";
            return read;
        });

    internal static QueryParameter<bool?> Flag(string name, string description) =>
        new(name, description, null, (string text, out bool? value, out string why) =>
        {
            (value, why) = (text == "true", "write true or false.");
            return text is "true" or "false";
        })
        { Schema = ("boolean", null) };

    internal static QueryParameter<long> Number(string name, string description, long whenAbsent, long least, long most) =>
        new(name, description, whenAbsent, (string text, out long value, out string why) =>
        {
            why = $"write a whole number from {least} to {most}.";
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
        })
        { Schema = ("integer", "int64") };

    internal static QueryParameter<T?> Word<T>(string name, string description, Words<T> words)
        where T : struct, Enum =>
        new(name, description, null, (string text, out T? value, out string why) =>
        {
            var read = words.TryRead(text, out var word);
            (value, why) = (word, $"write one of {words}.");
            return read;
        })
        { Words = words.All };

    static bool TryReadTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
        // An unescaped + is a space by the time it is read here.
        || UtcTimeConverter.TryRead(text.Replace(' ', '+'), out time);
}
