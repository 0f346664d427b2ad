using System.IO.Pipelines;
using DncActors.Gateway.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Imports;

public sealed class StreamedBodyTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly FakeTimeProvider _time = new();
    readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));

    [Fact]
    public async Task Silence_ends_a_body_however_much_of_it_has_come()
    {
        using var body = Open(CancellationToken.None);
        await ComesAsync(1_000_000);
        await TakeAsync(body);
        var reading = body.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        _time.Advance(Patience);

        var silent = await Assert.ThrowsAsync<BadHttpRequestException>(() => reading);
        Assert.Equal(StatusCodes.Status408RequestTimeout, silent.StatusCode);
    }

    [Fact]
    public async Task The_time_that_lines_take_to_be_taken_is_not_the_clients()
    {
        using var body = Open(CancellationToken.None);
        var taking = TakeAsync(body);
        _time.Advance(Patience / 2);
        await ComesAsync(1);
        await taking;

        _time.Advance(Patience * 2);
        await ComesAsync(2);

        Assert.Equal(2, await TakeAsync(body));
    }

    [Fact]
    public async Task A_client_that_is_gone_is_not_taken_for_a_slow_one()
    {
        using var aborted = new CancellationTokenSource();
        using var body = Open(aborted.Token);
        var reading = body.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        await aborted.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    StreamedBody Open(CancellationToken aborted) => new(_pipe.Reader, Patience, _time, aborted);

    async Task ComesAsync(int bytes) => await _pipe.Writer.WriteAsync(new byte[bytes], TestContext.Current.CancellationToken);

    static async Task<long> TakeAsync(StreamedBody body)
    {
        var buffer = (await body.ReadAsync(TestContext.Current.CancellationToken)).Buffer;
        var length = buffer.Length;
        body.AdvanceTo(buffer.End);
        return length;
    }
}
