namespace DncActors.Domain.ContactPoints;

/// <summary>Why a phone was refused. Constants, so that a refusal costs nothing and can never carry the number into a log.</summary>
internal static class PhoneRefusals
{
    internal const string Empty = "it is empty: write a phone number such as +12025550123";
    internal const string TooLongText = "it is longer than 250 characters: write one phone number";
    internal const string NotANumber = "it does not read as a phone number: write it as +12025550123";
    internal const string TooFewDigits = "it has fewer digits than any phone number";
    internal const string TooShort = "it is too short for a phone number of its country";
    internal const string TooLong = "it is too long for a phone number of its country: write one number, without a second one";
    internal const string MoreThanE164 = "it has more than 15 digits, the most that an international number has";
    internal const string WrongLength = "phone numbers of its country do not have that many digits";
    internal const string NoAreaCode = "it lacks its area code: write the whole number, such as +12025550123";
    internal const string NoSuchCountry = "no country has that calling code: write + and the country's code first, such as +12025550123";
    internal const string NoSuchRegion =
        "it has no country code, and the region is not one: start it with + and the country's code, or give a region of two letters such as US";
    internal const string NotStable = "it reads as two different numbers: write it as + and the country's code, without a trunk prefix";
    internal const string Broken = "it holds a broken character: send it as valid Unicode";
    internal const string Control = "it holds a control character or a line break: write one phone number on one line";
}
