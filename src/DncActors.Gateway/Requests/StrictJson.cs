using System.Text.Json;
using System.Text.Unicode;
using DncActors.Domain.Outcomes;

namespace DncActors.Gateway.Requests;

/// <summary>
/// Reads a JSON document into a model, strictly: unknown and doubled fields, wrong types, NUL, half characters and endless text are refused, all of them by
/// name.
/// A good document is read once; only for a bad one is it worked out what is wrong.
/// </summary>
static class StrictJson
{
    /// <summary>The most characters of any text in a request; the rules ask for less in most fields.</summary>
    internal const int MaxText = 10_000;

    /// <param name="utf8">The document.</param>
    /// <param name="optional">Whether nothing at all stands for an empty object.</param>
    /// <param name="what">As errors call the document.</param>
    internal static Outcome<T> Read<T>(ReadOnlyMemory<byte> utf8, bool optional = false, string what = "body")
        where T : class
    {
        if (utf8.IsEmpty && optional) utf8 = "{}"u8.ToArray();
        if (utf8.IsEmpty) return Refusal.Validation(new FieldError("", $"The {what} is empty: write a JSON object."));
        if (!Utf8.IsValid(utf8.Span)) return Refusal.Validation(new FieldError("", $"The {what} is not UTF-8: encode it as UTF-8."));
        try
        {
            var value = JsonSerializer.Deserialize(utf8.Span, JsonBody.TypeOf<T>());
            if (value is null) return Refusal.Validation(new FieldError("", $"The {what} is null: write a JSON object."));
            if (!MayHoldBadText(utf8.Span)) return value;
            var errors = JsonTexts.FindErrors(utf8);
            return errors.IsEmpty ? value : Refusal.Validation(errors);
        }
        catch (JsonException exception)
        {
            if (utf8.Span.Contains((byte)0))
                return Refusal.Validation(new FieldError("", $"The {what} holds bytes that are zero, as UTF-16 does and JSON never: encode it as UTF-8."));
            return Refusal.Validation(JsonDiagnosis.Explain(utf8, JsonBody.TypeOf<T>(), exception, what));
        }
    }

    /// <summary>NUL and half characters can only be written as escapes, and a long text needs a long body.</summary>
    static bool MayHoldBadText(ReadOnlySpan<byte> utf8) => utf8.Length > MaxText || utf8.IndexOf("\\u"u8) >= 0;
}
