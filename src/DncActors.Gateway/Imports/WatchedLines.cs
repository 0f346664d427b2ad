using System.Runtime.CompilerServices;
using DncActors.Contracts.Imports;
using DncActors.Gateway.Access;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Imports;

/// <summary>Ends an import whose key or person is let in no more: a body of hours must not outlive the key that began it.</summary>
sealed class WatchedLines(Call call)
{
    /// <summary>As many as a chunk has.</summary>
    const int LinesBetween = 500;

    /// <summary>Why it ended before its body did; null where it did not.</summary>
    internal Problem? Ended { get; private set; }

    internal async IAsyncEnumerable<ImportLine<T>> WhileLetInAsync<T>(
        IAsyncEnumerable<ImportLine<T>> lines, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var count = 0;
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (++count % LinesBetween == 0 && await call.Ask<AccessRecheck>().WhyNotAsync(call.Http) is { } problem)
            {
                Ended = problem;
                yield break;
            }
            yield return line;
        }
    }
}
