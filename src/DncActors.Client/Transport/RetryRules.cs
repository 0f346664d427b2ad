namespace DncActors.Client.Transport;

/// <summary>Whether and when a call is sent again.</summary>
static class RetryRules
{
    /// <summary>Reads change nothing; a POST with a key is done once however often it comes. Nothing else may be sent twice.</summary>
    public static bool IsRepeatable(HttpMethod method, string? idempotencyKey) =>
        method == HttpMethod.Get || (method == HttpMethod.Post && idempotencyKey is not null);

    /// <summary>How long to wait before the next attempt; null: do not send again.</summary>
    /// <param name="attempts">How often it was sent.</param>
    /// <param name="elapsed">Since the first attempt began.</param>
    /// <param name="retryAfter">What the gateway asked for; null for nothing.</param>
    public static TimeSpan? NextDelay(DncRetryOptions options, int attempts, TimeSpan elapsed, TimeSpan? retryAfter)
    {
        if (attempts >= options.MaxAttempts)
            return null;
        var delay = Delay(options, attempts, retryAfter);
        // No room in the budget: better a failure now than one after a wait that was of no use.
        return elapsed <= options.Budget && delay <= options.Budget - elapsed ? delay : null;
    }

    /// <summary>
    /// The own wait, or what the gateway asked for where that is longer: never less, and up to half of the own wait more, so that the many who were refused
    /// together do not come back together.
    /// </summary>
    public static TimeSpan Delay(DncRetryOptions options, int failures, TimeSpan? retryAfter)
    {
        var own = Backoff(options, failures);
        return retryAfter > own ? retryAfter.Value + Full(options, failures) * (options.Jitter() / 2) : own;
    }

    /// <summary>The client's own wait after that many failures in a row (from 1).</summary>
    public static TimeSpan Backoff(DncRetryOptions options, int failures) => Full(options, failures) * (1 - (options.Jitter() / 2));

    static TimeSpan Full(DncRetryOptions options, int failures) =>
        TimeSpan.FromTicks((long)Math.Min(options.FirstDelay.Ticks * Math.Pow(2, Math.Min(failures - 1, 40)), options.MaxDelay.Ticks));
}
