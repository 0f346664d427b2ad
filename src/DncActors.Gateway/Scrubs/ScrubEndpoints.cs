using DncActors.Client;
using DncActors.Client.Scrubs;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Scrubs;

/// <summary>"May I contact these now?", of a file.</summary>
static class ScrubEndpoints
{
    const string Path = "/v1/scrubs";

    internal static void MapScrubs(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Post, Path, ScrubAsync).Needs(Permissions.ContactCheck).Loads(Load.Scrub)
            .WithMetadata(new AnswersChecks(CheckTransport.Scrub))
            .WithMetadata(ImportCalls.Body(
                "CSV (RFC 4180): any columns and delimiter, LF or CR LF, quotes, a byte order mark; a header or none. NDJSON: a line is an object with phone "
                    + $"(for emails: email), or a JSON text. A line has at most {ScrubLimits.MaxLineBytes / 1024} KiB; there may be any number of them."))
            .Says(
                "Contact checks",
                "A file of verdicts",
                "The answer is the same file, streamed back while it is sent, in order, with two fields more on each line: verdict (allowed, blocked, invalid) "
                    + $"and reason ({ScrubReasonCodes.DncEntry} for blocked, {ScrubReasonCodes.Unreadable} for invalid, empty for allowed). CSV lines "
                    + "come back byte for byte, the fields behind them; empty lines as they are. JSON objects get them at the end, in place of earlier ones; "
                    + $"a line that is no JSON is answered with its text, invalid and {ScrubReasonCodes.NotJson}. "
                    + $"An answer is whole when it has its summary: of CSV the trailer {DncHeaders.Summary}, of NDJSON the last line, {{\"summary\":{{…}}}}. "
                    + "Lines are judged when they come; when the node is not sure any more, or the key is revoked, the connection is cut (503 or 401 when "
                    + "nothing was sent). Read the answer while you send: who reads nothing for 15 seconds is cut off. Up to 1 MiB may be sent first.",
                ScrubParameters.All)
            .Answers(StatusCodes.Status200OK, "The lines with their verdicts.", DncMediaTypes.Csv, DncMediaTypes.NdJson);

    static Task<IResult> ScrubAsync(Call call)
    {
        var request = call.Http.Request;
        if (JsonBody.CheckType(request, type => ImportCalls.IsNdJson(type) || ImportCalls.IsCsv(type), ImportCalls.MediaTypes) is { } wrongType)
            return Task.FromResult<IResult>(wrongType);
        if (HttpProtocol.IsHttp10(request.Protocol) || HttpProtocol.IsHttp09(request.Protocol))
            return Task.FromResult<IResult>(Problem.Of("", "With HTTP/1.0 a cut answer would look whole: send the file with HTTP/1.1 or newer."));
        var question = ScrubQuestion.Read(call.Query, call.Access.Region);
        if (!question.Ok) return Task.FromResult(Answers.Refused(question.Refusal));
        var isCsv = ImportCalls.IsCsv(request.ContentType!.Split(';')[0].Trim());
        return Task.FromResult<IResult>(new ScrubAnswer(
            call, question.Value, isCsv ? new CsvScrubLines(question.Value) : new NdJsonScrubLines(question.Value)));
    }
}
