using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace DncActors.Console.OpenId;

/// <summary>
/// Seals what a browser carries to the identity provider and back (AES-GCM), with a key made from the client's secret: all processes have that one, so that any
/// of them can take the answer to a question that another asked. ASP.NET's own keys are each process's alone.
/// </summary>
sealed class OpenIdSeal : IDataProtector
{
    const int KeyBytes = 32;
    const int NonceBytes = 12;
    const int TagBytes = 16;

    readonly byte[] secret;
    readonly string purposes;
    readonly byte[] key;

    internal OpenIdSeal(string clientSecret)
        : this(Encoding.UTF8.GetBytes(clientSecret), "dnc-openid")
    {
    }

    OpenIdSeal(byte[] secret, string purposes)
    {
        (this.secret, this.purposes) = (secret, purposes);
        key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyBytes, info: Encoding.UTF8.GetBytes(purposes));
    }

    /// <summary>What is sealed for one purpose opens for no other.</summary>
    public IDataProtector CreateProtector(string purpose) => new OpenIdSeal(secret, $"{purposes}/{purpose.Length}:{purpose}");

    public byte[] Protect(byte[] plaintext)
    {
        var all = new byte[NonceBytes + TagBytes + plaintext.Length];
        var nonce = all.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plaintext, all.AsSpan(NonceBytes + TagBytes), all.AsSpan(NonceBytes, TagBytes));
        return all;
    }

    /// <exception cref="CryptographicException">It was not sealed so.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length < NonceBytes + TagBytes) throw new CryptographicException("Too short to be sealed.");
        ReadOnlySpan<byte> all = protectedData;
        var plaintext = new byte[all.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(all[..NonceBytes], all[(NonceBytes + TagBytes)..], all.Slice(NonceBytes, TagBytes), plaintext);
        return plaintext;
    }
}
