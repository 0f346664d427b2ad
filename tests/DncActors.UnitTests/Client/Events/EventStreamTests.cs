using System.IO.Pipelines;
using System.Net;
using System.Text;
using DncActors.Client.Errors;
using DncActors.Client.Events;
using DncActors.Client;

namespace DncActors.UnitTests.Client.Events;

public sealed class EventStreamTests : IDisposable
{
    readonly ClientFixture fixture = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    FakeGateway Gateway => fixture.Gateway;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Each_type_of_event_is_read_as_its_own_and_newer_types_are_passed_over()
    {
        Gateway.Events(
            Event(5, "lead.doNotContact", ""","leadId":"l","executionId":"e","actionName":"DNC","channels":["call"],"workflowId":"w","statusId":"s" """)
            + ": heartbeat\n\n"
            + Event(6, "lead.sang", ""","song":"none" """)
            + Event(7, "lead.moved", ""","leadId":"l","from":{"workflowId":"w","statusId":"a"},"to":{"workflowId":"w","statusId":"b"} """)
            + Event(9, "workflow.changed", ""","workflowId":"w","recordType":"lead","version":3 """));

        var events = await TakeAsync(fixture.Client.Events.ReadUserGroupAsync("g", cancellation: Cancellation), 3);

        Assert.Equal(["call"], Assert.IsType<LeadDoNotContactEventModel>(events[0]).Channels);
        Assert.Equal("b", Assert.IsType<LeadMovedEventModel>(events[1]).To.StatusId);
        Assert.Equal(3, Assert.IsType<WorkflowChangedEventModel>(events[2]).Version);
        Assert.Equal([5, 7, 9], events.Select(e => e.Sequence));
        Assert.Equal("GET /v1/user-groups/g/events", Gateway.Last.Line);
        Assert.Equal("text/event-stream", Gateway.Last.Header("Accept"));
        Assert.Null(Gateway.Last.Header(DncHeaders.LastEventId));
    }

    [Fact]
    public async Task A_stream_that_ends_goes_on_behind_the_last_event_that_was_seen()
    {
        Gateway.Events(Dnc(5)).Events("").Unavailable(TimeSpan.FromSeconds(3)).Fault().Events(Dnc(6) + Event(8, "dnc.unknown", "")).Events(Dnc(9));

        var events = await TakeAsync(fixture.Client.Events.ReadDncAsync(cancellation: Cancellation), 3);

        Assert.Equal([5, 6, 9], events.Select(e => e.Sequence));
        Assert.Equal([null, "5", "5", "5", "5", "8"], Gateway.Seen.Select(s => s.Header(DncHeaders.LastEventId)));
        Assert.Equal([200, 400, 3000, 1600, 200], fixture.Time.Waits.Select(w => w.TotalMilliseconds));
    }

    [Fact]
    public async Task A_stream_begins_behind_what_the_caller_has_dealt_with()
    {
        Gateway.Events(Dnc(43));

        await TakeAsync(fixture.Client.Events.ReadDncAsync(after: 42, cancellation: Cancellation), 1);

        Assert.Equal("42", Gateway.Last.Header(DncHeaders.LastEventId));
    }

    [Fact]
    public async Task The_opening_of_a_stream_tells_where_it_goes_on_when_nothing_has_happened()
    {
        Gateway.Events("event: stream.opened\nid: 77\ndata: {\"sequence\":77}\n\n").Events(Dnc(78));

        await TakeAsync(fixture.Client.Events.ReadDncAsync(cancellation: Cancellation), 1);

        Assert.Equal("77", Gateway.Last.Header(DncHeaders.LastEventId));
    }

    [Fact]
    public async Task An_event_that_was_cut_is_not_given_out_and_comes_again()
    {
        var whole = Dnc(6);
        for (var length = 0; length < whole.Length; length++)
        {
            Gateway.Stream(new BreakingStream(Dnc(5) + whole[..length])).Events(whole);
            Gateway.Events(Dnc(5) + whole[..length]).Events(whole);
            for (var i = 0; i < 2; i++)
            {
                var events = await TakeAsync(fixture.Client.Events.ReadDncAsync(cancellation: Cancellation), 2);

                Assert.Equal([5, 6], events.Select(e => e.Sequence));
                Assert.Equal("5", Gateway.Last.Header(DncHeaders.LastEventId));
            }
        }
    }

    [Fact]
    public async Task The_gateway_may_ask_for_a_longer_wait_between_connections()
    {
        Gateway.Events("retry: 2500\n" + Dnc(5)).Events(Dnc(6));

        await TakeAsync(fixture.Client.Events.ReadDncAsync(cancellation: Cancellation), 2);

        Assert.Equal([2500], fixture.Time.Waits.Select(w => w.TotalMilliseconds));
    }

    [Fact]
    public async Task A_silent_connection_is_given_up_and_opened_anew()
    {
        var pipe = new Pipe();
        Gateway.Stream(pipe.Reader.AsStream()).Events(Dnc(6));
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Dnc(5)), Cancellation);

        await using var events = fixture.Client.Events.ReadDncAsync(cancellation: Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync();
        Assert.False(next.IsCompleted);
        fixture.Time.Advance(ClientFixture.IdleTimeout);

        Assert.True(await next);
        Assert.Equal(6, events.Current.Sequence);
        Assert.Equal("5", Gateway.Last.Header(DncHeaders.LastEventId));
    }

    [Fact]
    public async Task A_refusal_ends_the_stream()
    {
        Gateway.Events(Dnc(5)).Problem(HttpStatusCode.Forbidden, """{"type":"urn:dnc:error:forbidden"}""");

        var refusal = await Assert.ThrowsAsync<DncProblemException>(() => TakeAsync(fixture.Client.Events.ReadDncAsync(cancellation: Cancellation), 2));

        Assert.Equal(DncErrorCodes.Forbidden, refusal.Code);
    }

    [Fact]
    public async Task A_gateway_that_stays_away_ends_the_stream_when_the_budget_is_spent()
    {
        using var brief = new ClientFixture(o => o with { StreamReconnectBudget = TimeSpan.FromSeconds(1) });
        brief.Gateway.Events(Dnc(5)).Fault().Fault().Fault();

        await Assert.ThrowsAsync<DncConnectionException>(() => TakeAsync(brief.Client.Events.ReadDncAsync(cancellation: Cancellation), 2));

        Assert.Equal(4, brief.Gateway.Seen.Count);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_stream()
    {
        Gateway.Stream(new Pipe().Reader.AsStream());
        using var cancel = new CancellationTokenSource();

        await using var events = fixture.Client.Events.ReadDncAsync(cancellation: cancel.Token).GetAsyncEnumerator(Cancellation);
        var next = events.MoveNextAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Single(Gateway.Seen);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_a_failure_and_not_passed_over()
    {
        Gateway.Events("event: dnc.entries\nid: 5\ndata: {\"sequence\":\"five\"}\n\n");

        await Assert.ThrowsAsync<DncConnectionException>(() => TakeAsync(fixture.Client.Events.ReadDncAsync(cancellation: Cancellation), 1));
    }

    static string Dnc(long sequence) => Event(sequence, "dnc.entries", ""","added":[],"revoked":[] """);

    static string Event(long sequence, string type, string rest) =>
        $"event: {type}\nid: {sequence}\ndata: {{\"sequence\":{sequence},\"at\":\"2026-05-01T12:00:00Z\",\"actor\":\"u\"{rest}}}\n\n";

    static async Task<List<T>> TakeAsync<T>(IAsyncEnumerable<T> events, int count)
    {
        var taken = new List<T>();
        await foreach (var item in events.WithCancellation(Cancellation))
        {
            taken.Add(item);
            if (taken.Count == count)
                break;
        }

        return taken;
    }
}
