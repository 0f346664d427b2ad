using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;
using DncActors.Grains.ContactChecks;
using DncActors.Grains.Organizations;
using DncActors.Grains.Registry;

namespace DncActors.UnitTests.ContactChecks;

public sealed class KnownReasonsTests
{
    const string Org = "acme";
    const long Now = 1_000_000;
    static readonly ContactPoint Point = Phone(0);

    readonly ShardSequences _shards = new();
    readonly PublishedDocuments _documents = new();

    [Fact]
    public void What_was_told_is_told_again_to_whoever_asks_later()
    {
        var known = Knowing(asOf: 5);

        Assert.True(known.TryFind(known.Ask(Org, Point, Channels.Call, 9), Now, out var reasons));
        Assert.Equal("why", Assert.Single(reasons).Detail);
    }

    [Fact]
    public void Another_channel_and_another_organization_are_other_questions()
    {
        var known = Knowing(asOf: 5);

        Assert.False(known.TryFind(known.Ask(Org, Point, Channels.Sms, 5), Now, out _));
        Assert.False(known.TryFind(known.Ask("other", Point, Channels.Call, 5), Now, out _));
    }

    [Fact]
    public void What_changed_since_is_asked_anew()
    {
        var known = Knowing(asOf: 5);
        _shards.Touch(Org, Point, 6);

        Assert.False(known.TryFind(known.Ask(Org, Point, Channels.Call, 6), Now, out _));
    }

    [Fact]
    public void An_answer_that_was_on_its_way_while_it_changed_is_not_good_for_the_next()
    {
        var known = new KnownReasons(_shards, _documents);
        var asked = known.Ask(Org, Point, Channels.Call, 5);
        _shards.Touch(Org, Point, 6);
        known.Keep(asked, Why());

        Assert.False(known.TryFind(known.Ask(Org, Point, Channels.Call, 6), Now, out _));
    }

    [Fact]
    public void A_name_that_was_published_anew_is_told()
    {
        _documents.Apply(Org, new Organization(Org, 1, Archived: false, "Acme", "US"), 1);
        var known = Knowing(asOf: 5);
        _documents.Apply(Org, new Organization(Org, 2, Archived: false, "Acme & Sons", "US"), 6);

        Assert.False(known.TryFind(known.Ask(Org, Point, Channels.Call, 6), Now, out _));
    }

    [Fact]
    public void A_reason_that_has_ended_is_told_no_more()
    {
        var known = Knowing(asOf: 5, until: DateTimeOffset.FromUnixTimeMilliseconds(Now + 1));

        Assert.True(known.TryFind(known.Ask(Org, Point, Channels.Call, 5), Now, out _));
        Assert.False(known.TryFind(known.Ask(Org, Point, Channels.Call, 5), Now + 1, out _));
    }

    [Fact]
    public void That_nobody_could_explain_a_block_is_not_kept()
    {
        var known = new KnownReasons(_shards, _documents);
        known.Keep(known.Ask(Org, Point, Channels.Call, 5), []);

        Assert.False(known.TryFind(known.Ask(Org, Point, Channels.Call, 5), Now, out _));
    }

    [Fact]
    public void What_is_asked_for_again_and_again_outlives_what_is_not_and_all_of_it_has_a_limit()
    {
        var known = new KnownReasons(_shards, _documents, mostOfAGeneration: 10);
        for (var i = 0; i < 100; i++)
        {
            known.Keep(known.Ask(Org, Phone(i), Channels.Call, 5), Why());
            Assert.True(known.TryFind(known.Ask(Org, Phone(0), Channels.Call, 5), Now, out _));
        }

        Assert.InRange(Enumerable.Range(0, 100).Count(i => known.TryFind(known.Ask(Org, Phone(i), Channels.Call, 5), Now, out _)), 1, 33);
    }

    KnownReasons Knowing(long asOf, DateTimeOffset? until = null)
    {
        var known = new KnownReasons(_shards, _documents);
        known.Keep(known.Ask(Org, Point, Channels.Call, asOf), Why(until));
        return known;
    }

    static ImmutableArray<VerdictReason> Why(DateTimeOffset? until = null) =>
        [new("dnc.entry", null, EntrySource.Manual, Channels.Call, null, until, null, null, null, "why")];

    static ContactPoint Phone(int i) => new(ContactPointKind.Phone, string.Create(CultureInfo.InvariantCulture, $"+120255501{i:00}"));
}
