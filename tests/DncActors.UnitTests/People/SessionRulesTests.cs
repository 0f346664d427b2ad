using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.UnitTests.People;

public sealed class SessionRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly User Ann = Acme.User("ann", "administrator") with { Name = "Ann Smith" };

    [Fact]
    public void A_user_is_found_by_id_or_by_a_name_that_is_theirs_alone()
    {
        var documents = Acme.With(
            Ann,
            Acme.User("u1") with { Name = "Bob" },
            Acme.User("u2") with { Name = "bob" },
            Acme.User("u3") with { Name = "Eve", Archived = true },
            Acme.User("Ann Smith's other") with { Name = "ann" });

        Assert.Equal("ann", SessionRules.FindUser(documents, " ann ")?.Id);
        Assert.Equal("ann", SessionRules.FindUser(documents, "ANN SMITH")?.Id);
        Assert.Null(SessionRules.FindUser(documents, "bob"));
        Assert.Null(SessionRules.FindUser(documents, "eve"));
        Assert.Null(SessionRules.FindUser(documents, "u3"));
    }

    [Fact]
    public void A_user_is_found_by_their_login_before_anybody_who_is_called_so()
    {
        var documents = Acme.With(
            Ann with { Login = "Ann@Acme.example" },
            Acme.User("u1") with { Name = "ann@acme.example" },
            Acme.User("bob") with { Login = "8f2C" });

        Assert.Equal("ann", SessionRules.FindUser(documents, " ann@acme.example ")?.Id);
        Assert.Equal("bob", SessionRules.FindUser(documents, "8f2C")?.Id);
        Assert.Null(SessionRules.FindUser(documents, "8F2C"));
    }

    [Fact]
    public void The_key_of_a_session_says_how_its_user_came_in()
    {
        Assert.Equal(SessionRules.ByPassword, SessionRules.Open(Acme.With(Ann), Ann, "one", Now).Opened.Name);
        Assert.Equal(SessionRules.ByOpenId, SessionRules.Open(Acme.With(Ann), Ann, "one", Now, SessionRules.ByOpenId).Opened.Name);
    }

    [Fact]
    public void Sessions_of_a_user_take_turns_in_a_few_keys_and_the_oldest_makes_room()
    {
        var documents = Acme.With(Ann);
        for (var i = 0; i < 3 * SessionRules.MaxOfAUser; i++) documents = Open(documents, $"secret-{i}", Now.AddMinutes(i));

        var live = documents.ApiKeys.Values.Where(k => !k.Archived).ToList();

        Assert.Equal(SessionRules.MaxOfAUser, documents.ApiKeys.Count);
        Assert.Equal(
            Enumerable.Range(2 * SessionRules.MaxOfAUser, SessionRules.MaxOfAUser).Select(i => ApiKeyRules.HashOf($"secret-{i}")).Order(StringComparer.Ordinal),
            live.Select(k => k.Hash).Order(StringComparer.Ordinal));
        Assert.All(live, k => Assert.Equal(("ann", null, 3L), (k.UserId, k.Role, k.Version)));
    }

    [Fact]
    public void What_has_expired_is_tidied_away_and_its_key_used_again()
    {
        var documents = Open(Open(Acme.With(Ann), "one", Now), "two", Now);
        var later = Now + SessionRules.Lifetime;

        var (opened, expired) = SessionRules.Open(documents, Ann, "three", later);

        Assert.Equal(2, opened.Version);
        Assert.Equal(later + SessionRules.Lifetime, opened.ExpiresAt);
        Assert.True(Assert.Single(expired).Archived);
        Assert.DoesNotContain(opened.Id, expired.Select(k => k.Id));
    }

    [Fact]
    public void All_sessions_of_a_user_end_but_the_one_that_asks()
    {
        var documents = Open(Open(Open(Acme.With(Ann, Acme.User("bob", "agent")), "one", Now), "two", Now), "three", Now);
        var asks = documents.ApiKeys.Values.First(k => k.Hash == ApiKeyRules.HashOf("two"));

        var ended = SessionRules.EndAll(documents, "ann", asks.Id);

        Assert.Equal(2, ended.Length);
        Assert.All(ended, k => Assert.True(k.Archived));
        Assert.DoesNotContain(asks.Id, ended.Select(k => k.Id));
        Assert.Empty(SessionRules.EndAll(documents, "bob", null));
    }

    [Fact]
    public void A_session_is_no_administrators_key_that_lasts_and_cannot_be_made_one()
    {
        var documents = Open(Acme.With(Ann, Acme.Key("only", BuiltInRoles.Administrator)), "one", Now);
        var session = documents.ApiKeys.Values.Single(k => k.IsSession);

        Assert.Equal(Permissions.All, PermissionRules.Of(documents, session));
        Assert.Equal("administrator.last", ApiKeyRules.Revoke(documents, "only").Refusal?.Rule);
        Assert.True(ApiKeyRules.Revoke(documents, session.Id).Ok);
        Assert.Equal("key.session", ApiKeyRules.Change(documents, session.Id, new("Mine", default, default, true)).Refusal?.Rule);
    }

    static OrganizationDocuments Open(OrganizationDocuments documents, string secret, DateTimeOffset now)
    {
        var (opened, expired) = SessionRules.Open(documents, Ann, secret, now);
        return expired.Append<Document>(opened).Aggregate(documents, (all, next) => all.With(next, all.Sequence + 1));
    }
}
