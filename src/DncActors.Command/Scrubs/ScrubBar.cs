using DncActors.Client.Scrubs;
using Spectre.Console;

namespace DncActors.Command.Scrubs;

/// <summary>How far it is, where somebody watches: on standard error, so that the answer may go to standard output.</summary>
sealed class ScrubBar(ProgressTask task) : IProgress<ScrubProgress>
{
    public void Report(ScrubProgress value) => task.Value = value.Bytes;

    internal static Task<T> ShowAsync<T>(long bytes, Func<IProgress<ScrubProgress>?, Task<T>> run)
    {
        if (Console.IsErrorRedirected) return run(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(context => run(new ScrubBar(context.AddTask("Scrubbing", maxValue: Math.Max(bytes, 1)))));
    }
}
