using System.Globalization;
using DncActors.Client;
using DncActors.Client.ContactChecks;
using DncActors.Client.Errors;

namespace DncActors.Command.Scrubs;

/// <summary>Runs a scrub. Its answer has its name only when it is whole; what is said on the way goes to standard error.</summary>
static class ScrubRun
{
    internal static async Task<int> RunAsync(ScrubOrder order, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(order.Key)) return await SayAsync("there is no key: set DNC_KEY, or write --key.", ExitCodes.Usage);
        if (!File.Exists(order.File)) return await SayAsync($"there is no file '{order.File}'.", ExitCodes.Usage);
        try
        {
            using var client = new DncClient(new DncClientOptions { BaseAddress = order.Url, ApiKey = order.Key.Trim() });
            var summary = await ScrubAsync(client, order, cancellation);
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.Lines:N0} lines: {summary.Allowed:N0} allowed, {summary.Blocked:N0} blocked, {summary.Invalid:N0} invalid."));
            return order.FailOnBlocked && summary.Blocked > 0 ? ExitCodes.SomeBlocked : ExitCodes.Done;
        }
        catch (DncProblemException problem)
        {
            return await SayAsync($"{problem.Detail ?? problem.Message} {WhyOf(problem)}".TrimEnd(), ExitCodes.Failed);
        }
        catch (DncException fault)
        {
            return await SayAsync($"{fault.Message} ({order.Url})", ExitCodes.Failed);
        }
        catch (ArgumentException wrong)
        {
            return await SayAsync(wrong.Message, ExitCodes.Usage);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await SayAsync(fault.Message, ExitCodes.Failed);
        }
        catch (OperationCanceledException)
        {
            return await SayAsync("stopped; no answer was kept.", ExitCodes.Failed);
        }
    }

    static async Task<ScrubSummaryModel> ScrubAsync(DncClient client, ScrubOrder order, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(order.File);
        if (order.Output is not { } output)
        {
            await using var standard = Console.OpenStandardOutput();
            return await ScrubBar.ShowAsync(file.Length, bar => client.Scrubs.ScrubAsync(file, standard, order.Options, bar, null, cancellation));
        }
        var unfinished = $"{output}.{Environment.ProcessId}.part";
        try
        {
            ScrubSummaryModel summary;
            await using (var answer = new FileStream(unfinished, FileMode.CreateNew))
            {
                summary = await ScrubBar.ShowAsync(file.Length, bar => client.Scrubs.ScrubAsync(file, answer, order.Options, bar, null, cancellation));
            }
            File.Move(unfinished, output, overwrite: true);
            return summary;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static string WhyOf(DncProblemException problem) => string.Join(' ', problem.Errors.SelectMany(e => e.Value).Where(m => m != problem.Detail));

    static async Task<int> SayAsync(string text, int code)
    {
        await Console.Error.WriteLineAsync($"dnc: {text}");
        return code;
    }
}
