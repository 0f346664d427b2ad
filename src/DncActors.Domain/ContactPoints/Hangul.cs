namespace DncActors.Domain.ContactPoints;

/// <summary>Korean syllables are composed by arithmetic instead of a table (Unicode, chapter 3.12).</summary>
internal static class Hangul
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    internal static bool TryDecompose(int character, List<int> parts)
    {
        var syllable = character - SyllableBase;
        if ((uint)syllable >= Leads * Vowels * Tails) return false;
        parts.Add(LeadBase + syllable / (Vowels * Tails));
        parts.Add(VowelBase + syllable % (Vowels * Tails) / Tails);
        if (syllable % Tails != 0) parts.Add(TailBase + syllable % Tails);
        return true;
    }

    internal static bool TryCompose(int first, int second, out int composed)
    {
        composed = 0;
        var (lead, vowel) = (first - LeadBase, second - VowelBase);
        if ((uint)lead < Leads && (uint)vowel < Vowels) composed = SyllableBase + (lead * Vowels + vowel) * Tails;
        var (syllable, tail) = (first - SyllableBase, second - TailBase);
        if ((uint)syllable < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails) composed = first + tail;
        return composed != 0;
    }
}
