namespace DncActors.ClusterTests.Crash;

/// <summary>
/// The promise "after the ack, never", tested over a history in linear time: no check that began after a block of its contact point was acknowledged
/// said "allowed".
/// What was never acknowledged forbids nothing: it may have taken effect, or may yet.
/// </summary>
public static class HistoryChecker
{
    public static IReadOnlyList<string> Violations(History history)
    {
        var firstAcknowledged = new Dictionary<string, Acknowledged>();
        foreach (var ack in history.Acknowledgements)
        {
            if (!firstAcknowledged.TryGetValue(ack.Point, out var known) || ack.At < known.At)
            {
                firstAcknowledged[ack.Point] = ack;
            }
        }
        return
        [
            .. from check in history.Checks
               where check.Allowed
               let ack = firstAcknowledged.GetValueOrDefault(check.Point)
               where ack is not null && ack.At < check.InvokedAt
               select $"{check.How} of {check.Point} began after {ack.By} was acknowledged, and said allowed",
        ];
    }
}
