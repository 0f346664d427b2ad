using DncActors.Domain.ContactPoints;

namespace DncActors.Gateway.ContactChecks;

/// <summary>
/// The query string of a contact check, read in place: every well-formed one without allocating. What this does not read is read again by the strict way of all
/// other calls, which says what is wrong with it.
/// </summary>
public ref struct ContactCheckQuery
{
    /// <summary>The characters that all values together may take: more than any phone, email or id has.</summary>
    public const int BufferLength = 1_024;

    Span<char> _free;
    int _seen;

    /// <summary>Empty where it was not sent; so are the others.</summary>
    public ReadOnlySpan<char> Phone { get; private set; }

    public ReadOnlySpan<char> Email { get; private set; }

    public ReadOnlySpan<char> LeadId { get; private set; }

    public ReadOnlySpan<char> Region { get; private set; }

    /// <summary>None where it was not sent.</summary>
    public Channels Channel { get; private set; }

    /// <summary>True when every parameter is known, there once and decoded; else nothing was read.</summary>
    /// <param name="query">With its question mark, as it came.</param>
    /// <param name="buffer">Where decoded values are put; <see cref="BufferLength"/> long, and alive as long as what is read.</param>
    public static bool TryRead(ReadOnlySpan<char> query, Span<char> buffer, out ContactCheckQuery read)
    {
        read = new ContactCheckQuery { _free = buffer };
        if (!query.IsEmpty && query[0] == '?' && read.TryTakeAll(query[1..])) return true;
        read = default;
        return false;
    }

    bool TryTakeAll(ReadOnlySpan<char> query)
    {
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            if (equals <= 0 || !TryTake(pair[..equals], pair[(equals + 1)..])) return false;
        }
        return true;
    }

    bool TryTake(ReadOnlySpan<char> name, ReadOnlySpan<char> encoded)
    {
        var which = name switch { "phone" => 1, "email" => 2, "leadId" => 4, "region" => 8, "channel" => 16, _ => 0 };
        if (which == 0 || (_seen & which) != 0) return false;
        _seen |= which;
        if (!TryDecode(encoded, which == 1, out var value) || value.IsEmpty) return false;
        switch (which)
        {
            case 1: Phone = value; break;
            case 2: Email = value; break;
            case 4: LeadId = value; break;
            case 8: Region = value; break;
            default:
                Channel = value switch { "call" => Channels.Call, "sms" => Channels.Sms, "email" => Channels.Email, _ => Channels.None };
                return Channel != Channels.None;
        }
        return true;
    }

    /// <summary>
    /// A plus stands for a space, but one that begins a phone is what was meant: nobody writes a space there, and read as one it would make an international
    /// number a national one.
    /// </summary>
    bool TryDecode(ReadOnlySpan<char> encoded, bool keepPlus, out ReadOnlySpan<char> value)
    {
        value = encoded;
        if (encoded.IndexOfAny('%', '+') < 0) return true;
        if (encoded.Length > _free.Length) return false;
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var c = encoded[i];
            if (c == '+' && !(keepPlus && i == 0)) c = ' ';
            if (c == '%')
            {
                // Beyond ASCII the bytes must be decoded together: left to the other way.
                if (i + 2 >= encoded.Length || !char.IsAsciiHexDigit(encoded[i + 1]) || !char.IsAsciiHexDigit(encoded[i + 2])) return false;
                c = (char)((Hex(encoded[i + 1]) << 4) | Hex(encoded[i + 2]));
                if (c is '\0' or > '\x7f') return false;
                i += 2;
            }
            _free[length++] = c;
        }
        value = _free[..length];
        _free = _free[length..];
        return true;
    }

    static int Hex(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
