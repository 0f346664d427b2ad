using System.Text;
using System.Text.Json;
using DncActors.Client;
using DncActors.Domain.Audit;
using DncActors.Domain.Registry;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Audit;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Registry;

/// <summary>
/// All entries that match, as they come from the store: no faster than the client takes them. When the store fails the connection is cut, so that a part never
/// looks whole; likewise when its key is let in no more.
/// </summary>
sealed class EntryExport(Call call, IAsyncEnumerable<IReadOnlyList<DncEntry>> chunks, bool asCsv) : IResult
{
    long _sent;
    bool _isWhole;

    internal static Task<IResult> StartAsync(Call call)
    {
        var query = EntrySearchParameters.Read(call);
        if (!query.Ok) return Task.FromResult(Answers.Refused(query.Refusal));
        var chunks = call.Ask<IEntryStore>().ExportAsync(call.Access.Organization, query.Value, call.Cancellation);
        return Task.FromResult<IResult>(new EntryExport(call, chunks, WantsCsv(call.Http.Request)));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var lines = call.Ask<AdmissionLines>();
        using var place = await lines.EnterAsync(Load.Export, call.Access.Organization, httpContext.RequestAborted);
        if (place.IsRefused)
        {
            await lines.Overloaded(Load.Export).ExecuteAsync(httpContext);
            return;
        }
        try
        {
            await WriteAsync(httpContext);
        }
        finally
        {
            // Who broke it off has what was sent.
            call.Ask<AccessLog>().Told(call, AccessKind.EntriesExported, _sent, _isWhole);
        }
    }

    async Task WriteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = asCsv ? DncMediaTypes.Csv + "; charset=utf-8; header=present" : DncMediaTypes.NdJson;
        response.Headers.CacheControl = "no-store";
        if (asCsv) await response.WriteAsync(EntryCsv.Header, httpContext.RequestAborted);
        await foreach (var chunk in chunks)
        {
            if (!await call.Ask<AccessRecheck>().IsLetInAsync(httpContext))
            {
                httpContext.Abort();
                return;
            }
            await call.Ask<ReadAcknowledgement>().EverythingReadAsync(httpContext.RequestAborted);
            if (asCsv) WriteCsv(response, chunk);
            else WriteLines(response, chunk);
            _sent += chunk.Count;
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
        _isWhole = true;
    }

    static void WriteCsv(HttpResponse response, IReadOnlyList<DncEntry> entries)
    {
        var csv = new StringBuilder();
        foreach (var entry in entries) EntryCsv.Write(csv, EntryMapping.ToModel(entry));
        foreach (var part in csv.GetChunks()) Encoding.UTF8.GetBytes(part.Span, response.BodyWriter);
    }

    static void WriteLines(HttpResponse response, IReadOnlyList<DncEntry> entries)
    {
        var type = JsonBody.TypeOf<Client.Registry.DncEntryModel>();
        using var json = new Utf8JsonWriter(response.BodyWriter, ContactChecks.VerdictJson.WriterOptions);
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(json, EntryMapping.ToModel(entry), type);
            json.Flush();
            "\n"u8.CopyTo(response.BodyWriter.GetSpan(1));
            response.BodyWriter.Advance(1);
            json.Reset();
        }
    }

    /// <summary>Lines of JSON unless CSV is asked for.</summary>
    static bool WantsCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(a => a.Quality ?? 1)
        .Select(a => a.MediaType.Value)
        .FirstOrDefault(a => a is DncMediaTypes.Csv or DncMediaTypes.NdJson) == DncMediaTypes.Csv;
}
