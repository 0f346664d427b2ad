using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;

namespace DncActors.Gateway.Silos;

/// <summary>
/// Asks in one call what is asked at the same time. While calls can be made each goes off as soon as a thread is free for it, so that nothing waits for
/// company; with as many under way as may be, what comes waits for one of them to end and goes together.
/// </summary>
/// <param name="ask">Answers the questions, in their order.</param>
/// <param name="unanswered">What a question is answered that there is no room for, or whose call failed.</param>
sealed class Gathering<TQuestion, TAnswer>(Func<ImmutableArray<TQuestion>, Task<ImmutableArray<TAnswer>>> ask, TAnswer unanswered)
{
    internal const int MostInACall = 512;

    /// <summary>Enough that a silo which does not answer keeps only a few of them, few enough that a busy gateway's calls carry many questions.</summary>
    internal const int MostCalls = 8;

    /// <summary>More than can be answered within the time that anybody waits.</summary>
    internal const int MostWaiting = 32_768;

    readonly ConcurrentQueue<Question> _waiting = new();
    int _questions;
    int _calls;

    internal ValueTask<TAnswer> AskAsync(TQuestion what)
    {
        if (Interlocked.Increment(ref _questions) > MostWaiting)
        {
            Interlocked.Decrement(ref _questions);
            return new(unanswered);
        }
        var question = new Question(what, Activity.Current is { Recorded: true } span ? span : null);
        _waiting.Enqueue(question);
        if (TryBegin()) _ = CallAsync();
        return new(question.Task);
    }

    bool TryBegin()
    {
        if (Interlocked.Increment(ref _calls) <= MostCalls) return true;
        Interlocked.Decrement(ref _calls);
        return false;
    }

    async Task CallAsync()
    {
        // Whoever asks while this waits for a thread is asked for in the same call.
        await Task.Yield();
        do
        {
            while (Take() is { Count: > 0 } questions) await AnswerAsync(questions);
            Interlocked.Decrement(ref _calls);
            // Who came between the last look and this found no call free.
        }
        while (!_waiting.IsEmpty && TryBegin());
    }

    List<Question> Take()
    {
        var taken = new List<Question>();
        while (taken.Count < MostInACall && _waiting.TryDequeue(out var question)) taken.Add(question);
        Interlocked.Add(ref _questions, -taken.Count);
        return taken;
    }

    async Task AnswerAsync(List<Question> questions)
    {
        try
        {
            // In the trace of one who asks; in that of who happened to begin this loop it would go on for ever.
            Activity.Current = questions.Find(q => q.Span is not null)?.Span;
            var answers = await ask([.. questions.Select(q => q.What)]);
            for (var i = 0; i < questions.Count; i++) questions[i].SetResult(answers[i]);
        }
        catch (Exception fault) when (SiloCalls.Passes(fault))
        {
            foreach (var question in questions) question.TrySetResult(unanswered);
        }
#pragma warning disable CA1031 // Whatever it was: it is handed to everybody who asked, and the next call is made.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var question in questions) question.TrySetException(fault);
        }
    }

    sealed class Question(TQuestion what, Activity? span) : TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        internal TQuestion What => what;

        /// <summary>Of whoever asks, where that is traced.</summary>
        internal Activity? Span => span;
    }
}
