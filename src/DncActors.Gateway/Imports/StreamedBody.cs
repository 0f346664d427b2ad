using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Imports;

/// <summary>
/// A body of any length that may not stand still. The web server's own limit is an average since the beginning: who has sent a gigabyte might be silent for
/// weeks.
/// </summary>
sealed class StreamedBody : PipeReader, IDisposable
{
    readonly PipeReader _body;
    readonly TimeSpan _patience;
    readonly CancellationToken _aborted;
    readonly CancellationTokenSource _silence;
    readonly CancellationTokenRegistration _whenAborted;

    /// <param name="aborted">The request's; reading ends with it, whatever token a read is given.</param>
    internal StreamedBody(PipeReader body, TimeSpan patience, TimeProvider time, CancellationToken aborted)
    {
        (_body, _patience, _aborted) = (body, patience, aborted);
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _whenAborted = aborted.UnsafeRegister(static silence => ((CancellationTokenSource)silence!).Cancel(), _silence);
    }

    /// <exception cref="BadHttpRequestException">Nothing came for too long (408).</exception>
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var reading = _body.ReadAsync(_silence.Token);
            if (reading.IsCompleted) return await reading;
            _silence.CancelAfter(_patience);
            var read = await reading;
            _silence.CancelAfter(Timeout.InfiniteTimeSpan);
            return read;
        }
        catch (OperationCanceledException) when (!_aborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException($"Nothing came for {_patience.TotalSeconds} s.", StatusCodes.Status408RequestTimeout);
        }
    }

    public override bool TryRead(out ReadResult result) => _body.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => _body.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _body.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => _body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => _body.Complete(exception);

    public void Dispose()
    {
        _whenAborted.Dispose();
        _silence.Dispose();
    }
}
