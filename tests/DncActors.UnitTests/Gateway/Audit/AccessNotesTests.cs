using DncActors.Domain.Audit;
using DncActors.Domain.Identity;
using DncActors.Gateway.Audit;

namespace DncActors.UnitTests.Gateway.Audit;

public sealed class AccessNotesTests
{
    static readonly AccessNote Search = new("acme", AccessKind.EntriesSearched, "ann", "k1", "", "phone");
    static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    readonly AccessNotes _notes = new(new Uuid7IdSource());

    [Fact]
    public void The_first_is_a_record_at_once_and_what_comes_within_the_minute_is_one_more()
    {
        _notes.Add(Search, Noon, 5);
        var first = Assert.Single(_notes.Take(Seconds(2)));
        Assert.Equal((1, 5, "phone"), (first.Requests, first.Items, first.Filters));

        for (var i = 3; i < 60; i++)
        {
            _notes.Add(Search, Noon.AddSeconds(i), 10);
            Assert.Empty(_notes.Take(Seconds(i)));
        }
        var second = Assert.Single(_notes.Take(Seconds(62)));
        Assert.Equal((57, 570), (second.Requests, second.Items));
        Assert.Equal((Noon.AddSeconds(3), Noon.AddSeconds(59)), (second.At, second.Last));
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public void Each_caller_and_way_is_a_record_of_its_own_and_nothing_is_recorded_twice()
    {
        _notes.Add(Search, Noon, 1);
        _notes.Add(Search with { Actor = "bob" }, Noon, 1);
        _notes.Add(Search with { Organization = "other" }, Noon, 1);
        _notes.Add(Search with { Kind = AccessKind.EntriesExported }, Noon, 1);
        _notes.Add(Search with { Filters = "" }, Noon, 1);

        Assert.Equal(5, _notes.Take(Seconds(2)).Count);
        Assert.Empty(_notes.Take(Seconds(70)));
        Assert.Empty(_notes.Take(Seconds(140)));
    }

    [Fact]
    public void Who_tries_keys_without_end_makes_few_records()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 10_000; i++) _notes.Add(Stranger(i + (10_000 * round)), Noon, 0);
            var records = _notes.Take(Seconds(200 * round));

            Assert.Equal(AccessNotes.MostStrangers + 1, records.Count);
            Assert.Equal(10_000, records.Sum(record => record.Requests));
            Assert.Equal(10_000 - AccessNotes.MostStrangers, Assert.Single(records, record => record.Actor == AccessNotes.Others).Requests);
            // A minute later they are forgotten, and the next are told apart again.
            Assert.Empty(_notes.Take(Seconds((200 * round) + 100)));
        }
    }

    [Fact]
    public void A_key_that_is_known_is_told_apart_however_many_strangers_come()
    {
        for (var i = 0; i < 10_000; i++) _notes.Add(Stranger(i), Noon, 0);
        _notes.Add(new("acme", AccessKind.SignInFailed, "key:k7", "k7", "revoked_key", ""), Noon, 0);

        Assert.Equal("k7", Assert.Single(_notes.Take(Seconds(2)), record => record.Organization == "acme").KeyId);
    }

    [Fact]
    public void Of_too_many_callers_it_is_kept_whose_list_it_was()
    {
        for (var i = 0; i < AccessNotes.MostKept + 100; i++) _notes.Add(Search with { Actor = $"user-{i}" }, Noon, 2);

        var records = _notes.Take(Seconds(2));

        Assert.Equal(AccessNotes.MostKept + 1, records.Count);
        Assert.Equal((100, 200), (records.Single(r => r.Actor == "others").Requests, records.Single(r => r.Actor == "others").Items));
    }

    [Fact]
    public void At_the_end_nothing_waits_for_its_minute()
    {
        _notes.Add(Search, Noon, 1);
        _notes.Take(Seconds(2));
        _notes.Add(Search, Noon, 3);

        Assert.Equal(3, Assert.Single(_notes.Take(Seconds(4), all: true)).Items);
    }

    static AccessNote Stranger(int number) => new("default", AccessKind.SignInFailed, $"hash:{number:x8}", null, "unknown_key", "");

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
