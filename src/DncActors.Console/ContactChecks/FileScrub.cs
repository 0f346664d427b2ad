using System.IO.Pipelines;
using DncActors.Client;
using DncActors.Client.ContactChecks;
using DncActors.Client.Scrubs;
using DncActors.Console.Parts;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DncActors.Console.ContactChecks;

/// <summary>A file from the browser, through the service, back to the browser: no more of it is in memory than a part or two.</summary>
static class FileScrub
{
    /// <param name="stopping">Cancelled by the reader, and by this where the browser takes no more.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing was saved.</exception>
    /// <exception cref="JSException">The browser could not save it.</exception>
    internal static async Task<ScrubSummaryModel> RunAsync(
        DncClient client,
        IJSRuntime browser,
        IBrowserFile file,
        string saveAs,
        ScrubOptions options,
        IProgress<ScrubProgress> progress,
        CancellationTokenSource stopping)
    {
        var pipe = new Pipe();
        var scrubbing = ScrubAsync(client, file, pipe.Writer, options, progress, stopping.Token);
        var saving = browser.SaveAsync(saveAs, options.MediaType, pipe.Reader.AsStream(), stopping.Token);
        // With nobody reading, the other would wait for ever.
        if (await Task.WhenAny(scrubbing, saving) == saving && !saving.IsCompletedSuccessfully) await stopping.CancelAsync();
        try
        {
            var summary = await scrubbing;
            await saving;
            return summary;
        }
        catch
        {
            await stopping.CancelAsync();
            await saving.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    static async Task<ScrubSummaryModel> ScrubAsync(
        DncClient client, IBrowserFile file, PipeWriter writer, ScrubOptions options, IProgress<ScrubProgress> progress, CancellationToken cancellation)
    {
        try
        {
            await using var lines = file.OpenReadStream(FileKinds.MostBytes, cancellation);
            var summary = await client.Scrubs.ScrubAsync(lines, writer.AsStream(leaveOpen: true), options, progress, cancellation: cancellation);
            await writer.CompleteAsync();
            return summary;
        }
        catch (Exception failure)
        {
            // A stream that ends like this is no file: the browser saves nothing.
            await writer.CompleteAsync(failure);
            throw;
        }
    }
}
