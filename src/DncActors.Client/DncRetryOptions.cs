using System.Security.Cryptography;

namespace DncActors.Client;

/// <summary>
/// When and how often a call is repeated: reads, and POSTs that carry an idempotency key, after 503, 429 or a connection that failed. A wait is
/// <see cref="FirstDelay"/>, doubled each time, up to <see cref="MaxDelay"/>, of which up to half is left out at random; a longer
/// <c>Retry-After</c> is obeyed, and up to half of the own wait added at random; one that is longer than the <see cref="Budget"/> is not waited for.
/// </summary>
public sealed record DncRetryOptions
{
    /// <summary>How often a call is sent at most, the first time included; 1 for never again. Default: 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>Default: 200 milliseconds.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait that the client chooses by itself. Default: 5 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the first attempt on: a wait that would end later is not begun, and the last failure is thrown. Default: 30 seconds.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Numbers from 0 up to 1 that spread the waits of many clients. Default: random.</summary>
    public Func<double> Jitter { get; init; } = () => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);

    internal void Validate()
    {
        if (MaxAttempts is < 1 or > 100)
            throw new ArgumentException($"Retry.MaxAttempts is {MaxAttempts}: write 1 to 100.");
        if (FirstDelay <= TimeSpan.Zero || MaxDelay < FirstDelay)
        {
            throw new ArgumentException(
                $"Retry.FirstDelay is {FirstDelay}, MaxDelay {MaxDelay}: the first must be longer than zero, the other not shorter than it.");
        }

        if (Budget < TimeSpan.Zero)
            throw new ArgumentException($"Retry.Budget is {Budget}: write zero or a longer time.");
    }
}
