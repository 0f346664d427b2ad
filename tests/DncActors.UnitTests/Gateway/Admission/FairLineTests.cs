using DncActors.Gateway.Admission;
using DncActors.UnitTests.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Admission;

public sealed class FairLineTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly FakeTimeProvider time = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_is_let_in_at_once_while_there_are_places_and_waits_then()
    {
        var line = Line(atOnce: 4, waiting: 10);
        var places = await TakeAsync(line, "acme", 3);
        // A quarter of the places is for others.
        var waits = EnterAsync(line, "acme");
        Assert.False(waits.IsCompleted);
        Assert.True(EnterAsync(line, "globex").IsCompletedSuccessfully);

        places[0].Dispose();

        Assert.False((await waits).IsRefused);
        Assert.Equal((4, 0), line.Now);
    }

    [Fact]
    public async Task It_is_known_how_many_wait_and_for_how_long_the_first_of_them_has()
    {
        using var meters = new HeardMeters();
        using var instruments = new AdmissionInstruments(meters);
        var line = Line(atOnce: 1, waiting: 10);
        instruments.Watch(load => load == Load.Change ? line : null);
        var place = await EnterAsync(line, "acme");
        Assert.Equal((0, 0), Told());

        var first = EnterAsync(line, "acme");
        time.Advance(TimeSpan.FromSeconds(2));
        var second = EnterAsync(line, "globex");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((2, 3), Told());

        // Who has a place already has another only behind those who have none.
        place.Dispose();
        place = await second;
        Assert.Equal((1, 3), Told());
        place.Dispose();
        (await first).Dispose();
        Assert.Equal((0, 0), Told());

        (double Waiting, double Longest) Told()
        {
            meters.Look();
            return (meters.Heard["dnc.requests.waiting{load=change}"], meters.Heard["dnc.requests.waiting.longest{load=change}"]);
        }
    }

    [Fact]
    public async Task Within_an_organization_who_came_first_is_served_first()
    {
        var line = Line(atOnce: 1, waiting: 100);
        var order = new List<int>();
        var place = await EnterAsync(line, "acme");
        var work = Enumerable.Range(0, 50).Select(i => WorkAsync(line, "acme", () => order.Add(i))).ToArray();

        place.Dispose();
        await Task.WhenAll(work);

        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task A_flood_raises_what_another_waits_by_its_share_and_no_more()
    {
        var line = Line(atOnce: 1, waiting: 1_000);
        var order = new List<string>();
        var place = await EnterAsync(line, "loud");
        // Ten times as much, and all of it there before the first of the other's.
        var loud = Enumerable.Range(0, 100).Select(_ => WorkAsync(line, "loud", () => order.Add("loud"))).ToArray();
        var quiet = Enumerable.Range(0, 10).Select(_ => WorkAsync(line, "quiet", () => order.Add("quiet"))).ToArray();

        place.Dispose();
        await Task.WhenAll([.. loud, .. quiet]);

        // Alone the tenth would be the tenth; with one other organization it is the twentieth.
        Assert.Equal(10, order.Take(20).Count(o => o == "quiet"));
        Assert.All(order.Take(20).Chunk(2), pair => Assert.Equal(["loud", "quiet"], pair.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Whoever_sends_little_finds_a_place_free_beside_a_flood()
    {
        var line = Line(atOnce: 8, waiting: 100);
        await TakeAsync(line, "loud", 6);
        var flood = Enumerable.Range(0, 100).Select(_ => EnterAsync(line, "loud")).ToArray();
        Assert.All(flood, f => Assert.False(f.IsCompleted));

        for (var i = 0; i < 20; i++)
        {
            var entering = EnterAsync(line, "quiet");
            Assert.True(entering.IsCompletedSuccessfully);
            (await entering).Dispose();
        }
    }

    [Fact]
    public async Task What_the_line_has_no_room_for_is_refused_at_once_and_told_before()
    {
        var line = Line(atOnce: 1, waiting: 2);
        await TakeAsync(line, "acme", 1);
        var waits = new[] { EnterAsync(line, "acme"), EnterAsync(line, "acme") };
        Assert.True(line.WouldRefuse("acme"));
        Assert.False(line.WouldRefuse("globex"));

        var refused = EnterAsync(line, "acme");

        Assert.True(refused.IsCompletedSuccessfully && (await refused).IsRefused);
        Assert.All(waits, w => Assert.False(w.IsCompleted));
        Assert.Equal((1, 2), line.Now);
    }

    [Fact]
    public async Task Without_room_to_wait_a_place_is_free_or_it_is_not()
    {
        var line = Line(atOnce: 1, waiting: 0);
        Assert.False(line.WouldRefuse("acme"));
        var place = await EnterAsync(line, "acme");
        Assert.True(line.WouldRefuse("acme"));
        Assert.True((await EnterAsync(line, "globex")).IsRefused);

        place.Dispose();

        Assert.False((await EnterAsync(line, "globex")).IsRefused);
    }

    [Fact]
    public async Task When_all_room_is_taken_the_longest_line_makes_some_for_the_others()
    {
        var line = Line(atOnce: 1, waiting: 4);
        var place = await EnterAsync(line, "first");
        var floods = Enumerable.Range(0, 8)
            .SelectMany(o => Enumerable.Range(0, 4).Select(_ => EnterAsync(line, $"flood-{o}"))).ToList();
        Assert.Equal((1, 32), line.Now);
        Assert.False(line.WouldRefuse("quiet"));

        var quiet = EnterAsync(line, "quiet");

        Assert.False(quiet.IsCompleted);
        Assert.Equal((1, 32), line.Now);
        Assert.True((await await Task.WhenAny(floods)).IsRefused);
        place.Dispose();
        Assert.Equal((1, 31), line.Now);
    }

    [Fact]
    public async Task Who_goes_while_waiting_frees_the_room_and_is_given_nothing()
    {
        var line = Line(atOnce: 1, waiting: 2);
        var place = await EnterAsync(line, "acme");
        using var going = new CancellationTokenSource();
        var goes = line.EnterAsync("acme", going.Token).AsTask();
        var stays = EnterAsync(line, "acme");

        await going.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => goes);
        Assert.Equal((1, 1), line.Now);
        place.Dispose();
        (await stays).Dispose();
        Assert.Equal((0, 0), line.Now);
    }

    [Fact]
    public async Task Who_waits_longer_than_patience_is_refused_and_nobody_behind_them_is_lost()
    {
        var line = Line(atOnce: 1, waiting: 10);
        var place = await EnterAsync(line, "acme");
        var late = EnterAsync(line, "acme");
        time.Advance(Patience / 2);
        var inTime = EnterAsync(line, "acme");
        time.Advance(Patience / 2);

        Assert.True((await late).IsRefused);
        Assert.False(inTime.IsCompleted);
        place.Dispose();
        (await inTime).Dispose();
        Assert.Equal((0, 0), line.Now);
    }

    [Fact]
    public async Task Work_that_fails_gives_its_place_back()
    {
        var line = Line(atOnce: 2, waiting: 100);
        Place[] places = [await EnterAsync(line, "o0"), await EnterAsync(line, "o1")];
        var work = Enumerable.Range(0, 40).Select(i => WorkAsync(line, $"o{i % 3}", () => throw new InvalidDataException())).ToArray();
        Assert.Equal((2, 40), line.Now);

        foreach (var place in places) place.Dispose();

        foreach (var fails in work) await Assert.ThrowsAsync<InvalidDataException>(() => fails);

        Assert.Equal((0, 0), line.Now);
        Assert.True(EnterAsync(line, "acme").IsCompletedSuccessfully);
    }

    static Task<Place> EnterAsync(FairLine line, string organization) => line.EnterAsync(organization, Cancellation).AsTask();

    FairLine Line(int atOnce, int waiting) => new(atOnce, waiting, Patience, time);

    static async Task WorkAsync(FairLine line, string organization, Action work)
    {
        using var place = await EnterAsync(line, organization);
        Assert.False(place.IsRefused);
        work();
    }

    static async Task<List<Place>> TakeAsync(FairLine line, string organization, int count)
    {
        var places = new List<Place>();
        for (var i = 0; i < count; i++)
        {
            var entering = EnterAsync(line, organization);
            Assert.True(entering.IsCompletedSuccessfully);
            places.Add(await entering);
        }
        return places;
    }
}
