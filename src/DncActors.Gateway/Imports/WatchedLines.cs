using System.Runtime.CompilerServices;
using DncActors.Contracts.Imports;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Imports;

/// <summary>Ends an import whose key or person is let in no more: a body of hours must not outlive the key that began it.</summary>
static class WatchedLines
{
    /// <summary>As many as a chunk has at most.</summary>
    const int LinesBetween = 500;

    /// <summary>For bodies that come slowly.</summary>
    static readonly TimeSpan TimeBetween = TimeSpan.FromSeconds(1);

    /// <exception cref="ImportEndedException">It is let in no more.</exception>
    internal static async IAsyncEnumerable<ImportLine<T>> WhileLetInAsync<T>(
        Call call, IAsyncEnumerable<ImportLine<T>> lines, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (access, time) = (call.Ask<AccessRecheck>(), call.Ask<TimeProvider>());
        var (count, asked) = (0, time.GetTimestamp());
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (++count % LinesBetween == 0 || time.GetElapsedTime(asked) > TimeBetween)
            {
                if (await access.WhyNotAsync(call.Http) is { } problem) throw new ImportEndedException(problem);
                asked = time.GetTimestamp();
            }
            yield return line;
        }
    }
}
