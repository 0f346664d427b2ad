using DncActors.Client;
using DncActors.Client.Errors;
using DncActors.Console.Parts;
using DncActors.Console.Session;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Console.Registry;

/// <summary>The entries of a list as a file, written as they are read: a page would have to hold all of them.</summary>
static class EntryDownload
{
    internal const string Path = "/download/list";
    internal const string Csv = "csv";
    internal const string Lines = "ndjson";

    internal static void MapEntryDownload(this IEndpointRouteBuilder routes) => routes.MapGet(Path, SendAsync).ExcludeFromDescription();

    static async Task SendAsync(HttpContext context, ApiClients clients, TimeProvider time)
    {
        var form = context.Request.Query["form"] == Lines ? Lines : Csv;
        var type = form == Lines ? DncMediaTypes.NdJson : DncMediaTypes.Csv;
        var client = clients.Of(SessionClaims.KeyOf(context.User));
        var cancellation = context.RequestAborted;
        try
        {
            var search = Read(context.Request.Query).ToSearch(time.GetUtcNow());
            await using var entries = await client.Registry.OpenExportAsync(search, type, cancellation: cancellation);
            context.Response.ContentType = form == Lines ? type : type + "; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"do-not-contact.{form}\"";
            context.Response.Headers.CacheControl = "no-store";
            await entries.CopyToAsync(context.Response.Body, cancellation);
        }
        catch (DncException failure) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, failure);
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException or DncException)
        {
            // The browser sees a download that failed: half a list must not look like a whole one.
            context.Abort();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody is there any more to be told.
        }
    }

    static EntryFilters Read(IQueryCollection query)
    {
        string? Of(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
        return new(Of("q"), Of("source"), Of("channel"), Of("active") == "true", Of("lead"), Of("import"));
    }

    static Task RefuseAsync(HttpContext context, DncException failure)
    {
        var problem = Problems.Of(failure);
        context.Response.StatusCode = failure is DncProblemException refused ? (int)refused.Status : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', [problem.Text, .. problem.Fields]), context.RequestAborted);
    }
}
