using System.Net;
using DncActors.Client.Errors;
using DncActors.Client;

namespace DncActors.UnitTests.Client;

public sealed class RetryTests : IDisposable
{
    const string Organization = """{"id":"default","name":"Default","region":"US","version":1}""";
    const string Role = """{"id":"r","name":"R","permissions":[],"builtIn":false,"version":1}""";
    readonly ClientFixture fixture = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    FakeGateway Gateway => fixture.Gateway;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_read_is_repeated_with_growing_waits_until_it_is_answered()
    {
        Gateway.Unavailable().Fault().Problem(HttpStatusCode.TooManyRequests, "{}").Json(Organization);

        await fixture.Client.Organizations.GetOwnAsync(cancellation: Cancellation);

        Assert.Equal([Milliseconds(200), Milliseconds(400), Milliseconds(800)], fixture.Time.Waits);
    }

    [Fact]
    public async Task A_post_is_repeated_under_the_same_key_with_the_same_body()
    {
        Gateway.Fault().Unavailable().Json(Role, HttpStatusCode.Created);

        await fixture.Client.Roles.CreateAsync(new() { Name = "R" }, cancellation: Cancellation);

        Assert.Equal(3, Gateway.Seen.Count);
        Assert.All(Gateway.Seen, s => Assert.Equal("key-1", s.Header(DncHeaders.IdempotencyKey)));
        Assert.All(Gateway.Seen, s => Assert.Equal("""{"name":"R"}""", s.Body));
    }

    [Fact]
    public async Task A_post_without_a_key_is_not_repeated()
    {
        using var keyless = new ClientFixture(o => o with { IdempotencyKeys = null });
        keyless.Gateway.Unavailable();

        var failure = await Assert.ThrowsAsync<DncProblemException>(() => keyless.Client.Roles.CreateAsync(new(), cancellation: Cancellation));

        Assert.Null(failure.IdempotencyKey);
        Assert.Single(keyless.Gateway.Seen);
        Assert.Null(keyless.Gateway.Last.Header(DncHeaders.IdempotencyKey));
    }

    [Fact]
    public async Task A_post_with_the_callers_key_is_repeated_even_where_none_would_be_made()
    {
        using var keyless = new ClientFixture(o => o with { IdempotencyKeys = null });
        keyless.Gateway.Unavailable().Json(Role);

        await keyless.Client.Roles.CreateAsync(new(), new() { IdempotencyKey = "mine" }, Cancellation);

        Assert.Equal(["mine", "mine"], keyless.Gateway.Seen.Select(s => s.Header(DncHeaders.IdempotencyKey)));
    }

    [Fact]
    public async Task Changes_that_are_no_posts_are_not_repeated()
    {
        Gateway.Unavailable().Unavailable().Unavailable();

        await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Roles.PatchAsync("r", new(), cancellation: Cancellation));
        await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Templates.PutAsync("t", new(), cancellation: Cancellation));
        await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Roles.DeleteAsync("r", cancellation: Cancellation));

        Assert.Equal(3, Gateway.Seen.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Answers_that_will_not_pass_are_not_asked_for_again(HttpStatusCode status)
    {
        Gateway.Problem(status, "{}");

        await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Organizations.GetOwnAsync(cancellation: Cancellation));

        Assert.Single(Gateway.Seen);
    }

    [Fact]
    public async Task A_retry_after_is_obeyed_where_it_is_longer_than_the_own_wait()
    {
        Gateway.Unavailable(TimeSpan.FromSeconds(7)).Unavailable(TimeSpan.Zero).Json(Organization);

        await fixture.Client.Organizations.GetOwnAsync(cancellation: Cancellation);

        Assert.Equal([TimeSpan.FromSeconds(7), Milliseconds(400)], fixture.Time.Waits);
    }

    [Fact]
    public async Task Those_who_were_refused_together_come_back_one_after_the_other_and_none_of_them_sooner_than_asked()
    {
        using var lucky = new ClientFixture(o => o with { Retry = o.Retry with { Jitter = () => 0.5 } });
        lucky.Gateway.Problem(HttpStatusCode.TooManyRequests, "{}", TimeSpan.FromSeconds(1)).Json(Organization);

        await lucky.Client.Organizations.GetOwnAsync(cancellation: Cancellation);

        Assert.Equal([Milliseconds(1_050)], lucky.Time.Waits);
    }

    [Fact]
    public async Task A_retry_after_that_is_a_date_is_counted_by_the_answers_own_clock()
    {
        Gateway.Then(() =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            answer.Headers.Date = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
            answer.Headers.RetryAfter = new(new DateTimeOffset(2031, 1, 1, 0, 0, 9, TimeSpan.Zero));
            return answer;
        }).Json(Organization);

        await fixture.Client.Organizations.GetOwnAsync(cancellation: Cancellation);

        Assert.Equal([TimeSpan.FromSeconds(9)], fixture.Time.Waits);
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_budget_is_not_begun()
    {
        Gateway.Unavailable(TimeSpan.FromSeconds(20)).Unavailable(TimeSpan.FromSeconds(11));

        var failure = await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Organizations.GetOwnAsync(cancellation: Cancellation));

        Assert.Equal(TimeSpan.FromSeconds(11), failure.RetryAfter);
        Assert.Equal([TimeSpan.FromSeconds(20)], fixture.Time.Waits);
    }

    [Fact]
    public async Task The_attempts_are_counted_and_the_waits_capped()
    {
        using var stubborn = new ClientFixture(o => o with
        {
            Retry = o.Retry with { MaxAttempts = 6, FirstDelay = TimeSpan.FromSeconds(2), Budget = TimeSpan.FromHours(1) },
        });
        for (var i = 0; i < 6; i++)
            stubborn.Gateway.Fault();

        var failure = await Assert.ThrowsAsync<DncConnectionException>(() => stubborn.Client.Roles.CreateAsync(new(), cancellation: Cancellation));

        Assert.Equal("key-1", failure.IdempotencyKey);
        Assert.Equal(6, stubborn.Gateway.Seen.Count);
        Assert.Equal([2, 4, 5, 5, 5], stubborn.Time.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task Chance_shortens_a_wait_by_half_at_most()
    {
        using var lucky = new ClientFixture(o => o with { Retry = o.Retry with { Jitter = () => 0.5 } });
        lucky.Gateway.Unavailable().Json(Organization);

        await lucky.Client.Organizations.GetOwnAsync(cancellation: Cancellation);

        Assert.Equal([Milliseconds(150)], lucky.Time.Waits);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up_and_repeated()
    {
        Gateway.Then(async (_, token) =>
        {
            fixture.Time.Advance(ClientFixture.AttemptTimeout);
            return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(token);
        }).Json(Organization);
        // The time of the attempt counts against the budget.
        using var slow = new HttpClient(Gateway);
        using var client = new DncClient(slow, Options(o => o with { Retry = o.Retry with { Budget = TimeSpan.FromMinutes(2) } }));

        await client.Organizations.GetOwnAsync(cancellation: Cancellation);

        Assert.Equal(2, Gateway.Seen.Count);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        Gateway.Stream(new BreakingStream("""{"id":"def""")).Json(Organization);

        var own = await fixture.Client.Organizations.GetOwnAsync(cancellation: Cancellation);

        Assert.Equal("Default", own.Name);
    }

    [Fact]
    public async Task An_answer_that_is_not_of_the_contract_is_not_asked_for_again()
    {
        Gateway.Json("<html>");

        await Assert.ThrowsAsync<DncConnectionException>(() => fixture.Client.Organizations.GetOwnAsync(cancellation: Cancellation));

        Assert.Single(Gateway.Seen);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_a_wait_and_is_no_failure_of_the_gateway()
    {
        var still = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var waiting = new ClientFixture(o => o with { Time = still });
        waiting.Gateway.Unavailable();
        using var cancel = new CancellationTokenSource();

        var call = waiting.Client.Organizations.GetOwnAsync(cancellation: cancel.Token);
        Assert.False(call.IsCompleted);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(waiting.Gateway.Seen);
    }

    [Fact]
    public async Task An_import_is_sent_once_and_its_stream_stays_the_callers()
    {
        Gateway.Unavailable();
        var content = new MemoryStream("phone\n+12025550123\n"u8.ToArray());

        var failure = await Assert.ThrowsAsync<DncProblemException>(
            () => fixture.Client.Registry.ImportAsync(content, DncMediaTypes.Csv, cancellation: Cancellation));

        Assert.Equal("key-1", failure.IdempotencyKey);
        Assert.Equal("text/csv", Assert.Single(Gateway.Seen).MediaType);
        Assert.Equal("phone\n+12025550123\n", Gateway.Last.Body);
        Assert.Equal(0, content.Seek(0, SeekOrigin.Begin));
    }

    DncClientOptions Options(Func<DncClientOptions, DncClientOptions> change) => change(new DncClientOptions
    {
        BaseAddress = new Uri("http://gateway.test"),
        AttemptTimeout = ClientFixture.AttemptTimeout,
        Time = fixture.Time,
    });

    static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}
