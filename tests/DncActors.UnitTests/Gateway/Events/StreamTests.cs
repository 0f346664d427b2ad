using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using DncActors.Client.Events;
using DncActors.Client.Json;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Events;

namespace DncActors.UnitTests.Gateway.Events;

public sealed class StreamTests
{
    static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly ContactPoint Phone = new(ContactPointKind.Phone, "+12025550123");

    [Fact]
    public async Task A_stream_says_where_it_begins_and_then_what_comes_with_its_sequence()
    {
        await using var host = await GatewayHost.StartAsync();
        var reading = ReadAsync(host, "/v1/dnc/events", null, 2);
        host.Node.Append(Added(9));
        var events = await reading;
        Assert.Equal([("stream.opened", "7"), ("dnc.entries", "9")], events.Select(e => (e.EventType, e.EventId!)));
        Assert.Contains("+12025550123", events[1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_comes_back_goes_on_behind_what_it_saw()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Node.Append(Added(9));
        Assert.Equal("9", Assert.Single(await ReadAsync(host, "/v1/dnc/events?after=3", "8", 1)).EventId);
        Assert.Equal(8, host.Node.FollowedAfter);
        (await host.SendAsync(HttpMethod.Get, "/v1/dnc/events", headers: ("Last-Event-ID", "x"))).IsProblem(HttpStatusCode.BadRequest, "validation");
        (await host.GetAsync("/v1/dnc/events?after=-1")).IsProblem(HttpStatusCode.BadRequest, "validation");
    }

    [Theory]
    [InlineData("/v1/dnc/events?after=10")]
    [InlineData("/v1/dnc/changes?after=10")]
    public async Task A_place_behind_the_head_is_refused_for_it_was_given_by_a_log_that_is_no_more(string path)
    {
        await using var host = await GatewayHost.StartAsync();
        var said = (await host.GetAsync(path)).IsProblem(HttpStatusCode.Conflict, "conflict");
        Assert.Contains("the log ends at 9", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_group_is_told_its_own_event_types_only_and_must_be_there()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/user-groups/east/events")).IsProblem(HttpStatusCode.NotFound, "not-found");
        host.Node.Documents = host.Node.Documents.With(new UserGroup("east", 1, false, "East", []), 1);
        host.Node.Append(ChangeOf(9, new ChangeDraft { Type = ChangeTypes.LeadChanged, LeadId = "L" }));
        host.Node.Append(ChangeOf(10, new ChangeDraft { Type = ChangeTypes.LeadMoved, LeadId = "L", From = new("w", "a"), To = new("w", "b") }));
        Assert.Equal("lead.moved", Assert.Single(await ReadAsync(host, "/v1/user-groups/east/events?after=0", null, 1)).EventType);
    }

    [Fact]
    public async Task A_key_holds_only_so_many_streams_open()
    {
        await using var host = await GatewayHost.StartAsync(options: o => o.MaxStreamsPerKey = 1);
        using var open = await host.Http.GetAsync("/v1/dnc/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        var refused = (await host.GetAsync("/v1/dnc/events")).IsProblem(HttpStatusCode.TooManyRequests, "rate-limited");
        Assert.NotNull(refused.Header("Retry-After"));
    }

    [Fact]
    public void A_wish_is_told_with_its_channels_and_where_the_lead_stands()
    {
        var told = EventMapping.ToGroupEvent(ChangeOf(9, new ChangeDraft
        {
            Type = ChangeTypes.LeadDoNotContact,
            LeadId = "L",
            ActionName = "Do Not Contact",
            From = new("w", "a"),
            To = new("w", "dead"),
            Added = [EntryOf(Channels.Call), EntryOf(Channels.Sms)],
        }))!.Value;
        var model = JsonSerializer.Deserialize<LeadDoNotContactEventModel>(told.Data, DncJson.Options)!;
        Assert.Equal(["call", "sms"], model.Channels);
        Assert.Equal(("w", "dead", "ann", 9L), (model.WorkflowId, model.StatusId, model.Actor, model.Sequence));
    }

    [Fact]
    public void A_published_workflow_is_told_by_its_version()
    {
        var told = EventMapping.ToGroupEvent(
            ChangeOf(9, new ChangeDraft { Type = ChangeTypes.WorkflowChanged, Document = new Workflow("w", 3, false, "Inbound", "lead", []) }))!.Value;
        Assert.Contains("\"version\":3", System.Text.Encoding.UTF8.GetString(told.Data), StringComparison.Ordinal);
        Assert.DoesNotContain((byte)'\n', told.Data);
    }

    static Change Added(long sequence) => ChangeOf(sequence, new ChangeDraft { Type = ChangeTypes.EntriesAdded, Added = [EntryOf(Channels.Call)] });

    static DncEntry EntryOf(Channels channels) => new(Guid.Empty, Phone, channels, EntrySource.Manual, "asked", null, null, "ann", At, null, null, null);

    static Change ChangeOf(long sequence, ChangeDraft what) => new(sequence, Guid.Empty, "default", At, "ann", what, []);

    static async Task<List<SseItem<string>>> ReadAsync(GatewayHost host, string path, string? lastEventId, int count)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        using var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            events.Add(item);
            if (events.Count == count) break;
        }
        return events;
    }
}
