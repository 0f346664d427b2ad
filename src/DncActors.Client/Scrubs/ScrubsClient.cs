using System.Net.Http.Headers;
using DncActors.Client.ContactChecks;
using DncActors.Client.Transport;

namespace DncActors.Client.Scrubs;

/// <summary>Verdicts on files of any size. Needs <c>contact.check</c>.</summary>
public sealed class ScrubsClient
{
    const string Root = "/v1/scrubs";

    /// <summary>One is judged while the other is on its way.</summary>
    const int InFlight = 2;

    readonly DncTransport transport;

    internal ScrubsClient(DncTransport transport) => this.transport = transport;

    /// <summary>
    /// Reads lines and writes the same lines, each with <c>verdict</c> and <c>reason</c>, in order; memory stays flat. The file goes in parts of half a MiB,
    /// each judged when it comes and, where its answer failed, sent again as <see cref="DncRetryOptions"/> says. When this throws, what was written is a part
    /// of the answer and must not be used as if it were whole.
    /// </summary>
    /// <param name="lines">Read from where it stands; not closed.</param>
    /// <param name="answer">Written to as verdicts come; not closed.</param>
    /// <exception cref="Errors.DncProblemException">The gateway refused the file or the key, or could not be sure.</exception>
    /// <exception cref="Errors.DncConnectionException">An answer did not come, or was cut.</exception>
    public async Task<ScrubSummaryModel> ScrubAsync(
        Stream lines,
        Stream answer,
        ScrubOptions? options = null,
        IProgress<ScrubProgress>? progress = null,
        DncCallOptions? call = null,
        CancellationToken cancellation = default)
    {
        var asked = options ?? new ScrubOptions();
        var parts = new ScrubParts(lines, asked);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sent = new Queue<(ScrubPart Part, Task<ScrubbedPart> Answer)>();
        var done = new Written(asked, answer, progress);
        try
        {
            while (await parts.NextAsync(cancellation) is { } part)
            {
                sent.Enqueue((part, SendAsync(part, asked, call, ending.Token)));
                if (sent.Count == InFlight) await done.TakeAsync(sent.Dequeue(), cancellation);
            }
            while (sent.TryDequeue(out var next)) await done.TakeAsync(next, cancellation);
            return done.Summary;
        }
        finally
        {
            await ending.CancelAsync();
            foreach (var (_, late) in sent) await late.ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    Task<ScrubbedPart> SendAsync(ScrubPart part, ScrubOptions options, DncCallOptions? call, CancellationToken cancellation)
    {
        var isCsv = options.MediaType == DncMediaTypes.Csv;
        var path = Root.With(("channel", options.Channel), ("region", options.Region));
        if (isCsv)
        {
            path = path.With(
                ("column", part.Csv.Column),
                ("delimiter", part.Csv.Delimiter is { } delimiter ? delimiter == '\t' ? "tab" : ((char)delimiter).ToString() : null),
                ("header", part.Csv.HasHeader));
        }
        var request = new DncRequest(HttpMethod.Post, path)
        {
            Content = () => new ReadOnlyMemoryContent(part.Lines) { Headers = { ContentType = new MediaTypeHeaderValue(options.MediaType) } },
            Accept = options.MediaType,
            Call = call is null ? null : call with { IdempotencyKey = null },
        };
        return transport.SendAsync(request, (response, token) => ScrubbedPart.ReadAsync(response, isCsv, token), cancellation);
    }

    sealed class Written(ScrubOptions options, Stream to, IProgress<ScrubProgress>? progress)
    {
        long bytes;

        public ScrubSummaryModel Summary { get; private set; } = new() { Lines = 0, Allowed = 0, Blocked = 0, Invalid = 0, AsOf = 0 };

        public async Task TakeAsync((ScrubPart Part, Task<ScrubbedPart> Answer) sent, CancellationToken cancellation)
        {
            var answered = await sent.Answer;
            var isCsv = options.MediaType == DncMediaTypes.Csv;
            if (options.Only is not { } verdict)
            {
                await to.WriteAsync(answered.Lines, cancellation);
            }
            else
            {
                using var some = new MemoryStream();
                answered.WriteOnly(verdict, sent.Part, isCsv, some);
                await to.WriteAsync(some.GetBuffer().AsMemory(0, (int)some.Length), cancellation);
            }
            bytes += sent.Part.Lines.Length;
            Summary = Sum(Summary, answered.Summary, isFirst: bytes == sent.Part.Lines.Length);
            progress?.Report(new ScrubProgress(bytes, Summary.Lines));
        }

        static ScrubSummaryModel Sum(ScrubSummaryModel a, ScrubSummaryModel b, bool isFirst) => new()
        {
            Lines = a.Lines + b.Lines,
            Allowed = a.Allowed + b.Allowed,
            Blocked = a.Blocked + b.Blocked,
            Invalid = a.Invalid + b.Invalid,
            AsOf = isFirst ? b.AsOf : Math.Min(a.AsOf, b.AsOf),
        };
    }
}
