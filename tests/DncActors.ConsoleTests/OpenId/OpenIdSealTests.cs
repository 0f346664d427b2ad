using System.Security.Cryptography;
using DncActors.Console.OpenId;

namespace DncActors.ConsoleTests.OpenId;

public sealed class OpenIdSealTests
{
    static readonly byte[] Text = "where to go"u8.ToArray();

    [Fact]
    public void What_one_process_seals_another_with_the_same_settings_opens()
    {
        var sealedText = new OpenIdSeal("the secret of both").CreateProtector("a").CreateProtector("state").Protect(Text);
        Assert.Equal(Text, new OpenIdSeal("the secret of both").CreateProtector("a").CreateProtector("state").Unprotect(sealedText));
    }

    [Fact]
    public void What_was_sealed_otherwise_or_touched_since_does_not_open()
    {
        var state = new OpenIdSeal("the secret of both").CreateProtector("state");
        var sealedText = state.Protect(Text);

        Assert.ThrowsAny<CryptographicException>(() => new OpenIdSeal("the secret of both").CreateProtector("nonce").Unprotect(sealedText));
        Assert.ThrowsAny<CryptographicException>(() => new OpenIdSeal("the secret of others").CreateProtector("state").Unprotect(sealedText));
        Assert.ThrowsAny<CryptographicException>(() => state.Unprotect(sealedText[..^1]));
        Assert.ThrowsAny<CryptographicException>(() => state.Unprotect([]));
        foreach (var place in Enumerable.Range(0, sealedText.Length))
        {
            byte[] touched = [.. sealedText];
            touched[place] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => state.Unprotect(touched));
        }
        Assert.NotEqual(sealedText, state.Protect(Text));
    }
}
