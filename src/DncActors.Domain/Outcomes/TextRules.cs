using System.Buffers;

namespace DncActors.Domain.Outcomes;

/// <summary>What names and ids may be made of, the same for everything that has one.</summary>
public static class TextRules
{
    public const int MaxName = 200;
    public const int MaxId = 64;
    public const int MaxSlug = 40;

    static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
    static readonly SearchValues<char> SlugCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>A name: 1 to <see cref="MaxName"/> characters that can be seen. Null when it is one, else what is wrong.</summary>
    public static FieldError? CheckName(string field, string? name) => name switch
    {
        null => new(field, $"'{field}' is missing; write a name of 1 to {MaxName} characters."),
        _ when string.IsNullOrWhiteSpace(name) => new(field, $"'{field}' is empty; write a name of 1 to {MaxName} characters."),
        { Length: > MaxName } => new(field, $"'{field}' has {name.Length} characters ('{name[..20]}…'); write at most {MaxName}."),
        _ when name.Any(char.IsControl) => new(field, $"'{field}' has a control character; write letters, digits, spaces and marks only."),
        _ => null,
    };

    /// <summary>An id that a client chooses: 1 to <see cref="MaxId"/> letters, digits, dots, hyphens and underscores, a letter or digit first.</summary>
    public static FieldError? CheckId(string field, string id) =>
        id.Length is > 0 and <= MaxId && char.IsAsciiLetterOrDigit(id[0]) && !id.AsSpan().ContainsAnyExcept(IdCharacters)
            ? null
            : new(field, $"'{Shorten(id)}' is no id; write 1 to {MaxId} letters, digits, '.', '-' or '_', a letter or digit first.");

    /// <summary>A slug, such as a record type: 1 to <see cref="MaxSlug"/> small letters, digits and hyphens, a letter first.</summary>
    public static FieldError? CheckSlug(string field, string slug) =>
        slug.Length is > 0 and <= MaxSlug && char.IsAsciiLetterLower(slug[0]) && !slug.AsSpan().ContainsAnyExcept(SlugCharacters)
            ? null
            : new(field, $"'{Shorten(slug)}' is no slug; write 1 to {MaxSlug} small letters, digits or hyphens, a letter first, such as 'lead'.");

    /// <summary>A value as a message may quote it.</summary>
    public static string Shorten(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
