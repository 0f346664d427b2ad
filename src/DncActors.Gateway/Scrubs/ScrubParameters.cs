using DncActors.Domain.ContactPoints;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Scrubs;

/// <summary>The query parameters of a scrub.</summary>
static class ScrubParameters
{
    internal static readonly QueryParameter<Channels?> Channel = Parameters.Word(
        "channel", "call or sms to check phones, email to check emails. Default: call.", ChannelWords.Words);

    internal static readonly QueryParameter<string?> Region = Parameters.Text(
        "region", "The two-letter region in which national phones are read. Default: the organization's.");

    internal static readonly QueryParameter<string?> Column = Parameters.Text(
        "column",
        "Of CSV: the column's name in the first line, or its number from 1; 1+2 where the area code has a column of its own. "
            + "Default: the column named phone (for emails: email), else the first.");

    internal static readonly QueryParameter<byte?> Delimiter = new(
        "delimiter",
        "Of CSV: one ASCII character that is no letter, digit, quote or line end, or 'tab'. "
            + "Default: whichever of comma, semicolon, tab and bar stands most often in the first line.",
        null,
        ReadDelimiter);

    internal static readonly QueryParameter<HeaderWord?> Header = Parameters.Word(
        "header",
        "Of CSV: whether the first line names the columns. Default: auto, which is yes when the column is found by its name, or when its cell holds no digit "
            + "(for emails: no @).",
        new Words<HeaderWord>((HeaderWord.True, "true"), (HeaderWord.False, "false"), (HeaderWord.Auto, "auto")));

    internal static IReadOnlyList<QueryParameter> All { get; } = [Channel, Region, Column, Delimiter, Header];

    static bool ReadDelimiter(string text, out byte? value, out string why)
    {
        why = "write one ASCII character that is no letter, digit, quote or line end, or 'tab'.";
        value = text == "tab" ? (byte)'\t' : text.Length == 1 && IsDelimiter(text[0]) ? (byte)text[0] : null;
        return value is not null;
    }

    static bool IsDelimiter(char c) => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\r' or '\n' or '\0');
}
