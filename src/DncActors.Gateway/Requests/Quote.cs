namespace DncActors.Gateway.Requests;

/// <summary>A value as it is quoted in an error: short, and without what could break a line.</summary>
static class Quote
{
    const int Longest = 60;

    internal static string Of(string? text)
    {
        if (text is null) return "null";
        var shown = text.Length <= Longest ? text : text[..Longest] + "…";
        return string.Create(shown.Length, shown, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? '\uFFFD' : from[i];
        });
    }
}
