using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>What a password may be, and what is kept of it.</summary>
public static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    /// <summary>The random bytes that a hash is made with.</summary>
    public const int SaltBytes = 16;

    /// <summary>Of PBKDF2 with HMAC-SHA-256; a hash keeps the number that it was made with.</summary>
    public const int Iterations = 600_000;

    const int HashBytes = 32;
    const string Scheme = "pbkdf2-sha256";
    const char Separator = '$';

    /// <summary>The hash of no password: it takes as long to find that out as for any other.</summary>
    public static string Nobodys { get; } = Write(Iterations, new byte[SaltBytes], new byte[HashBytes]);

    /// <summary>What is kept of a password: the scheme, the number of iterations, the salt and the hash.</summary>
    public static string HashOf(PasswordText password, byte[] salt)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltBytes);
        return Write(Iterations, salt, Derive(password, salt, Iterations));
    }

    /// <summary>Whether the hash is of this password. Takes a good part of a second of a processor, whatever the answer.</summary>
    /// <exception cref="FormatException">Nobody wrote that hash with <see cref="HashOf"/>.</exception>
    public static bool IsRight(string hash, PasswordText password)
    {
        if (hash.Split(Separator) is not [Scheme, var number, var salt, var kept] || !int.TryParse(number, CultureInfo.InvariantCulture, out var iterations))
        {
            throw new FormatException("A password's hash is scheme, iterations, salt and hash.");
        }
        return CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(salt), iterations), Convert.FromBase64String(kept));
    }

    /// <summary>Null when the password will do for the user, else what is wrong; the message does not quote it.</summary>
    public static FieldError? Check(string field, PasswordText password, User user)
    {
        var text = password.Text;
        if (text.Length is < MinLength or > MaxLength)
        {
            return new(field, $"The password has {text.Length} characters: write {MinLength} to {MaxLength}. Several words are easier to keep than signs.");
        }
        if (IsName(text, user.Id) || IsName(text, user.Name) || IsName(text, user.Login ?? user.Id))
            return new(field, "The password is the user's name: write another.");
        return text.Distinct().Count() < 4 ? new(field, "The password repeats too few characters: write another.") : null;
    }

    static bool IsName(string password, string name) => password.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);

    static byte[] Derive(PasswordText password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Text), salt, iterations, HashAlgorithmName.SHA256, HashBytes);

    static string Write(int iterations, byte[] salt, byte[] hash) => string.Join(
        Separator, Scheme, iterations.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(salt), Convert.ToBase64String(hash));
}
