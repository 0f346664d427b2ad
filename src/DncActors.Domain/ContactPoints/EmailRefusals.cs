namespace DncActors.Domain.ContactPoints;

/// <summary>Why an email was refused. Constants, so that a refusal can never carry the address into a log.</summary>
internal static class EmailRefusals
{
    internal const string Empty = "it is empty: write an email such as jane@example.org";
    internal const string TooLongText = "it is longer than 1,000 characters: write one email";
    internal const string Broken = "it holds a broken character: send it as valid Unicode";
    internal const string Control = "it holds a control character or a line break: write one email on one line";
    internal const string Brackets = "its angle brackets do not close around one address at its end: write jane@example.org or Jane <jane@example.org>";
    internal const string Several = "it holds more than one address: write one";
    internal const string NoAt = "it has no @: write an email such as jane@example.org";
    internal const string ManyAts = "it has more than one @";
    internal const string NoLocal = "nothing stands before its @";
    internal const string LongLocal = "the part before its @ is longer than 64 bytes";
    internal const string LocalDots = "the part before its @ begins or ends with a dot, or has two in a row";
    internal const string LocalSpace = "the part before its @ has a space, which must stand in quotes";
    internal const string LocalCharacter = "the part before its @ has a character that must stand in quotes";
    internal const string LocalUnassigned = "the part before its @ has a character without a meaning in Unicode";
    internal const string Quotes = "the quotes before its @ do not close, or hold nothing";
    internal const string NoDomain = "nothing stands after its @";
    internal const string LongDomain = "its domain is longer than 253 characters, or a part of it longer than 63";
    internal const string DomainDots = "its domain begins with a dot, or has two in a row";
    internal const string DomainNoDot = "its domain has no dot: write the whole of it, such as example.org";
    internal const string DomainHyphen = "a part of its domain begins or ends with a hyphen";
    internal const string DomainCharacter = "its domain has a character that no domain can have";
    internal const string DomainAddress = "its domain is an IP address: write a domain such as example.org";
    internal const string DomainPunycode = "its domain has a broken xn-- part";
    internal const string TooLong = "it is longer than 254 bytes";
}
