using System.Security.Cryptography;
using System.Text;
using DncActors.Contracts.Access;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Grains.Access;
using DncActors.Grains.Following;
using DncActors.Grains.Organizations;

namespace DncActors.UnitTests.Sessions;

public sealed class ExpiredSessionTests : INodeLease
{
    static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly User Ann = new("ann", 1, false, "Ann", ["agent"], []);

    readonly PublishedDocuments _published = new();
    DateTimeOffset _databaseTime = Now;
    long _sequence;

    public ExpiredSessionTests()
    {
        Publish(new Organization("acme", 1, false, "Acme", "US"));
        Publish(Ann);
    }

    LeaseTest INodeLease.Test() => new(true, _databaseTime.ToUnixTimeMilliseconds());

    LeaseView INodeLease.Describe() => new(true, null, null);

    [Fact]
    public async Task A_session_is_let_in_until_the_databases_time_is_past_its_end()
    {
        Publish(SessionRules.Open(Documents, Ann, "secret", Now).Opened);
        var directory = new AccessDirectory(_published, this);

        Assert.Equal((AccessDenial.None, "ann"), await ResolveAsync("secret"));
        _databaseTime = Now + SessionRules.Lifetime - TimeSpan.FromMilliseconds(1);
        Assert.Equal((AccessDenial.None, "ann"), await ResolveAsync("secret"));
        _databaseTime = Now + SessionRules.Lifetime;
        Assert.Equal((AccessDenial.UnknownKey, null), await ResolveAsync("secret"));

        async Task<(AccessDenial, string?)> ResolveAsync(string secret)
        {
            var answer = await directory.ResolveAsync(HashOf(secret), null);
            return (answer.Denial, answer.Access?.UserId);
        }
    }

    [Fact]
    public async Task The_secret_of_a_session_whose_key_another_session_got_is_nobodys()
    {
        var directory = new AccessDirectory(_published, this);
        Publish(SessionRules.Open(Documents, Ann, "first", Now).Opened);
        Assert.NotNull((await directory.ResolveAsync(HashOf("first"), null)).Access);
        Publish(SessionRules.Open(Documents, Ann, "second", Now + SessionRules.Lifetime).Opened);

        Assert.Equal(AccessDenial.UnknownKey, (await directory.ResolveAsync(HashOf("first"), null)).Denial);
        Assert.NotNull((await directory.ResolveAsync(HashOf("second"), null)).Access);
        Assert.Single(Documents.ApiKeys);
    }

    [Fact]
    public async Task Who_is_removed_is_signed_out()
    {
        Publish(SessionRules.Open(Documents, Ann, "secret", Now).Opened);
        Publish(Ann with { Version = 2, Archived = true });

        Assert.Equal(AccessDenial.UnknownKey, (await new AccessDirectory(_published, this).ResolveAsync(HashOf("secret"), null)).Denial);
    }

    OrganizationDocuments Documents => _published.Find("acme")!.Documents;

    void Publish(Document document) => _published.Apply("acme", document, ++_sequence);

    static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
