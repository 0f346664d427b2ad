using System.Buffers;
using System.Text.Json;
using DncActors.Client.ContactChecks;
using DncActors.Domain.ContactPoints;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Reads the contact points of a batch from its bytes: a phone becomes a number, no text is made of it.</summary>
static class BatchPhones
{
    /// <summary>Read so far and no further: one more than a batch may have, by which the caller sees that there are too many.</summary>
    internal const int MaxRead = BatchLimits.Maximum + 1;

    /// <summary>The phones' numbers in pooled memory, 0 for what cannot be read as one; null when the list holds something that is no text.</summary>
    internal static ulong[]? Read(ReadOnlySpan<byte> list, string region, out int count)
    {
        var numbers = ArrayPool<ulong>.Shared.Rent(1_024);
        count = 0;
        var json = new Utf8JsonReader(list, isFinalBlock: false, default);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.String && count < MaxRead)
        {
            if (count == numbers.Length) numbers = Grow(numbers);
            numbers[count++] = ReadOne(ref json, region);
        }
        if (json.TokenType == JsonTokenType.EndArray || count == MaxRead) return numbers;
        ArrayPool<ulong>.Shared.Return(numbers);
        return null;
    }

    static ulong ReadOne(ref Utf8JsonReader json, string region)
    {
        if (!json.ValueIsEscaped) return PhoneReader.TryReadNumber(json.ValueSpan, region, out var number) ? number : 0;
        // An escape takes six bytes at most for each character that it stands for.
        if (json.ValueSpan.Length > PhoneReader.MaxLength * 6) return 0;
        Span<char> text = stackalloc char[PhoneReader.MaxLength * 6];
        try
        {
            return PhoneReader.TryReadNumber(text[..json.CopyString(text)], region, out var read, out _) ? read : 0;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no phone.
            return 0;
        }
    }

    static ulong[] Grow(ulong[] numbers)
    {
        var larger = ArrayPool<ulong>.Shared.Rent(numbers.Length * 2);
        numbers.CopyTo(larger, 0);
        ArrayPool<ulong>.Shared.Return(numbers);
        return larger;
    }
}
