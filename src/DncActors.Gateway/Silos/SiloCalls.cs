using DncActors.Domain.Ledger;

namespace DncActors.Gateway.Silos;

/// <summary>
/// Calls of silos that may be made twice. A grain without a place of its own is at every silo, and each call of it goes to the next one: what fails at one is
/// asked of another, once.
/// </summary>
sealed class SiloCalls(IGrainFactory grains, TimeProvider time)
{
    static readonly TimeSpan FirstTry = TimeSpan.FromMilliseconds(700);
    static readonly TimeSpan SecondTry = TimeSpan.FromMilliseconds(1_300);

    /// <summary>The grain without a place of its own.</summary>
    /// <exception cref="LedgerUnavailableException">No silo has been met yet that has it.</exception>
    internal T Any<T>()
        where T : IGrainWithIntegerKey
    {
        try
        {
            return grains.GetGrain<T>(0);
        }
        catch (ArgumentException unknown)
        {
            throw new LedgerUnavailableException("No silo is known yet.", unknown);
        }
    }

    /// <summary>What a silo has in memory: there at once, or not to be waited for. Both tries together take two seconds at most.</summary>
    /// <param name="isSure">Whether the answer is one; a silo that starts, or has lost its lease, gives others.</param>
    /// <returns>The last answer that came.</returns>
    /// <exception cref="LedgerUnavailableException">None came.</exception>
    internal Task<T> AskAsync<T>(Func<Task<T>> ask, Func<T, bool> isSure, CancellationToken cancellation = default) =>
        AskAsync(ask, isSure, FirstTry, cancellation);

    /// <param name="firstTry">How long the first silo has.</param>
    internal async Task<T> AskAsync<T>(Func<Task<T>> ask, Func<T, bool> isSure, TimeSpan firstTry, CancellationToken cancellation)
    {
        var first = await TryAsync(ask, firstTry, cancellation);
        if (first is { Came: true } && isSure(first.Answer)) return first.Answer;
        var second = await TryAsync(ask, SecondTry, cancellation);
        return second.Came ? second.Answer
            : first.Came ? first.Answer
            : throw new LedgerUnavailableException("No silo answered in time.");
    }

    /// <summary>What a silo has to read first: as long as it takes. Only where the silo cannot be reached, or cannot say, another is asked.</summary>
    internal static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (fault is OrleansException or LedgerUnavailableException)
        {
            return await read();
        }
    }

    /// <summary>Whether the fault is of one silo or of the way to it, and passes.</summary>
    internal static bool Passes(Exception fault) =>
        fault is OrleansException or TimeoutException or LedgerUnavailableException or OperationCanceledException;

    async Task<(bool Came, T Answer)> TryAsync<T>(Func<Task<T>> ask, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            return (true, await ask().WaitAsync(limit, time, cancellation));
        }
        catch (Exception fault) when (Passes(fault) && !cancellation.IsCancellationRequested)
        {
            return (false, default!);
        }
    }
}
