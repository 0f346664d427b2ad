using Microsoft.AspNetCore.Http;
using Polly;
using Polly.Retry;

namespace DncActors.Gateway.Requests;

/// <summary>
/// Asks again where a grain's silo was just going: the others place the grain anew within seconds, and whoever asked need not hear of it. A change may be asked
/// for again because it is one change by its commit's id, however often it arrives.
/// </summary>
sealed class CallRetry(TimeProvider time)
{
    /// <summary>With the pauses between them about nine seconds: longer than the others take to give up a silo that was killed.</summary>
    const int MostRetries = 12;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<OrleansException>(Passes),
            MaxRetryAttempts = MostRetries,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <param name="handler">Has failed by such a fault; runs once more, and several times where it fails again. All that it needs of the request was read
    /// before.</param>
    internal async Task<IResult> AgainAsync(Func<Task<IResult>> handler, CancellationToken cancellation) =>
        await _pipeline.ExecuteAsync(async _ => await handler(), cancellation);

    /// <summary>A silo that has too much to do would get even more.</summary>
    internal static bool Passes(OrleansException fault) => fault is not (LimitExceededException or GatewayTooBusyException);
}
