using PhoneNumbers;

namespace DncActors.Domain.ContactPoints;

/// <summary>libphonenumber behind one door: whatever the fast way is not certain of.</summary>
internal static class PhoneLibrary
{
    /// <summary>How often a number may be read anew before it is refused as unstable.</summary>
    private const int MaxRounds = 4;

    private static readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// Reads a text, then what was read, until it reads as itself. A number stored in one form and asked for in another would be called allowed though it is
    /// blocked, and the library strips a trunk prefix anew from some numbers that it made itself.
    /// </summary>
    internal static bool TryRead(string text, string? region, out ulong number, out string why)
    {
        if (!TryReadOnce(text, region, out number, out why)) return false;
        for (var round = 0; round < MaxRounds; round++)
        {
            var e164 = PhoneNumberText.ToE164(number);
            if (PhoneFastWay.TryRead<char>(e164, nanp: false, out _)) return true;
            if (!TryReadOnce(e164, null, out var again, out _)) break;
            if (again == number) return true;
            number = again;
        }
        number = 0;
        why = PhoneRefusals.NotStable;
        return false;
    }

    private static bool TryReadOnce(string text, string? region, out ulong number, out string why)
    {
        number = 0;
        PhoneNumber read;
        try
        {
            read = _library.Parse(text, region);
        }
        catch (NumberParseException refused)
        {
            why = Refusal(refused.ErrorType, region);
            return false;
        }
        why = Refusal(_library.IsPossibleNumberWithReason(read));
        if (why.Length > 0) return false;
        if (PhoneNumberText.TryParse(_library.Format(read, PhoneNumberFormat.E164), out number)) return true;
        why = PhoneRefusals.MoreThanE164;
        return false;
    }

    private static string Refusal(ErrorType error, string? region) => error switch
    {
        ErrorType.INVALID_COUNTRY_CODE => region is null ? PhoneRefusals.NoSuchRegion : PhoneRefusals.NoSuchCountry,
        ErrorType.TOO_SHORT_AFTER_IDD or ErrorType.TOO_SHORT_NSN => PhoneRefusals.TooShort,
        ErrorType.TOO_LONG => PhoneRefusals.TooLong,
        _ => PhoneRefusals.NotANumber,
    };

    private static string Refusal(PhoneNumberUtil.ValidationResult result) => result switch
    {
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE => "",
        // The same digits exist once in every area: blocked as they stand they would protect nobody, and look as if they did.
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => PhoneRefusals.NoAreaCode,
        PhoneNumberUtil.ValidationResult.TOO_SHORT => PhoneRefusals.TooShort,
        PhoneNumberUtil.ValidationResult.TOO_LONG => PhoneRefusals.TooLong,
        PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => PhoneRefusals.NoSuchCountry,
        _ => PhoneRefusals.WrongLength,
    };
}
