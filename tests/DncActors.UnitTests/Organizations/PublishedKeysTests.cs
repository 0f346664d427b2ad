using System.Security.Cryptography;
using System.Text;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Grains.Organizations;

namespace DncActors.UnitTests.Organizations;

public sealed class PublishedKeysTests
{
    static readonly Organization Acme = new("acme", 1, false, "Acme", "US");

    [Fact]
    public void A_key_that_got_another_secret_is_no_longer_found_by_the_one_before()
    {
        var published = new PublishedDocuments();
        published.Apply("acme", Acme, 1);
        published.Apply("acme", KeyOf("old", 1), 2);
        published.Apply("acme", KeyOf("new", 2), 3);

        Assert.False(published.TryFindKey(HashOf("old"), out _));
        Assert.True(published.TryFindKey(HashOf("new"), out var key));
        Assert.Equal(("acme", "k"), key);
    }

    [Fact]
    public void An_older_version_that_comes_again_brings_its_secret_back_for_nobody()
    {
        var published = new PublishedDocuments();
        published.Apply("acme", KeyOf("new", 2), 3);
        published.Apply("acme", Acme, 1);
        published.Apply("acme", KeyOf("old", 1), 2);

        Assert.False(published.TryFindKey(HashOf("old"), out _));
        Assert.True(published.TryFindKey(HashOf("new"), out _));
    }

    static ApiKey KeyOf(string secret, long version) => new("k", version, false, "Session", null, "ann", false, ApiKeyRules.HashOf(secret), "");

    static KeyHash HashOf(string secret) => KeyHash.Of(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
