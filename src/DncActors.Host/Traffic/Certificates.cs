using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DncActors.Host.Traffic;

/// <summary>Whether the server would find a certificate for an address that names none: one from the settings, or the developers' one of this user.</summary>
static class Certificates
{
    /// <summary>What <c>dotnet dev-certs</c> marks its certificates with.</summary>
    const string DevelopmentMark = "1.3.6.1.4.1.311.84.1.1";

    internal static bool IsThere(IConfiguration configuration) => configuration.GetSection("Kestrel:Certificates").Exists() || IsDevelopmentOneThere();

    static bool IsDevelopmentOneThere()
    {
        try
        {
            using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser, OpenFlags.ReadOnly);
            return store.Certificates.Any(certificate => certificate.Extensions.Any(extension => extension.Oid?.Value == DevelopmentMark));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
