using DncActors.Contracts.ContactChecks;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>Those of a stream's questions that are judged by one look: the same channel, the same kind of contact point.</summary>
/// <param name="all">Judges many; unsure where nothing is said of any of them.</param>
/// <param name="one">Judges one: what is blocked is told also where the rest is unsure.</param>
/// <param name="count">Is shown all verdicts that were given.</param>
sealed class QuestionGroup<TPoint>(
    Func<ReadOnlyMemory<TPoint>, Memory<CheckVerdict>, ValueTask<CheckResult>> all,
    Func<TPoint, ValueTask<CheckResult>> one,
    Action<ReadOnlySpan<CheckVerdict>> count)
{
    TPoint[] _points = new TPoint[16];
    int[] _places = new int[16];
    CheckVerdict[] _verdicts = new CheckVerdict[16];
    int _count;

    /// <param name="point">The default where it cannot be read.</param>
    /// <param name="place">Where its answer stands among all answers.</param>
    internal void Add(TPoint point, int place)
    {
        if (_count == _points.Length)
        {
            Array.Resize(ref _points, _count * 2);
            Array.Resize(ref _places, _count * 2);
            _verdicts = new CheckVerdict[_count * 2];
        }
        (_points[_count], _places[_count]) = (point, place);
        _count++;
    }

    /// <summary>Judges all of them, writes the verdicts into their places, and begins anew.</summary>
    /// <param name="earliest">The earliest answer so far; the result is the earlier of it and these.</param>
    internal async ValueTask<CheckResult?> AnswerAsync(V1.StreamAnswers answers, CheckResult? earliest)
    {
        if (_count == 0) return earliest;
        var result = await all(_points.AsMemory(0, _count), _verdicts.AsMemory(0, _count));
        if (result.Verdict == CheckVerdict.Unsure) result = await AnswerEachAsync(result);
        count(_verdicts.AsSpan(0, _count));
        for (var i = 0; i < _count; i++) StreamWords.Tell(answers.Answers[_places[i]], _verdicts[i]);
        Array.Clear(_points, 0, _count);
        _count = 0;
        return earliest is { } before && before.AsOf <= result.AsOf ? before : result;
    }

    async ValueTask<CheckResult> AnswerEachAsync(CheckResult result)
    {
        // All are asked before any is awaited: each may take as long as a silo may take to answer.
        var asking = new Task<CheckResult>[_count];
        for (var i = 0; i < _count; i++) asking[i] = one(_points[i]).AsTask();
        var each = await Task.WhenAll(asking);
        for (var i = 0; i < each.Length; i++) _verdicts[i] = each[i].Verdict;
        var (asOf, now) = (each.Min(e => e.AsOf), each.Min(e => e.NowMilliseconds));
        return result with { AsOf = asOf, NowMilliseconds = now };
    }
}
