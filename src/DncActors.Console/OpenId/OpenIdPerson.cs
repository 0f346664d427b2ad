using System.Security.Claims;

namespace DncActors.Console.OpenId;

/// <summary>Whom a verified token means.</summary>
/// <param name="Login">What the provider calls them; null where it does not say.</param>
/// <param name="Problem">Why that does not count; null where it does.</param>
readonly record struct OpenIdPerson(string? Login, OpenIdProblem? Problem)
{
    internal const string Email = "email";
    internal const string EmailVerified = "email_verified";

    const int LongestLogin = 255;

    /// <summary>An address that nobody verified is what its owner typed: it may be anybody's.</summary>
    internal static OpenIdPerson Read(ClaimsPrincipal token, string claim)
    {
        string[] names = [.. token.FindAll(claim).Select(c => c.Value.Trim()).Distinct(StringComparer.Ordinal)];
        if (names is not [{ Length: > 0 and <= LongestLogin } login]) return new(null, OpenIdProblem.Nameless);
        if (claim != Email) return new(login, null);
        var verified = token.FindAll(EmailVerified).ToList();
        var isVerified = verified.Count > 0 && verified.TrueForAll(c => c.Value.Equals("true", StringComparison.OrdinalIgnoreCase));
        return new(login, isVerified ? null : OpenIdProblem.Unverified);
    }
}
