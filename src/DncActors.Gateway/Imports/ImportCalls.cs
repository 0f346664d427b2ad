using System.Runtime.ExceptionServices;
using DncActors.Client;
using DncActors.Contracts.Imports;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Imports;

/// <summary>Runs an import from a body of any length, and tells what became of every line.</summary>
static class ImportCalls
{
    internal const string MediaTypes = DncMediaTypes.NdJson + " or " + DncMediaTypes.Csv;

    /// <summary>What a document of an import is called in its errors.</summary>
    internal const string Line = "line";

    internal static readonly QueryParameter<bool?> DryRun = Parameters.Flag("dryRun", "Judge every line, keep nothing. Default: false.");

    internal static EndpointBody Body(string description) => new(null, [DncMediaTypes.NdJson, DncMediaTypes.Csv], false, null, description);

    /// <param name="form">How a line is read.</param>
    /// <param name="import">Takes the lines in.</param>
    internal static async Task<IResult> RunAsync<T>(
        Call call, ImportForm<T> form, Func<ImportOrder, IAsyncEnumerable<ImportLine<T>>, CancellationToken, Task<ImportReport>> import)
    {
        var request = call.Http.Request;
        if (JsonBody.CheckType(request, type => IsNdJson(type) || IsCsv(type), MediaTypes) is { } wrongType) return wrongType;
        var order = new ImportOrder(call.ToRequest(), call.Access.Region, call.Query.Get(DryRun) ?? false);
        var patience = call.Ask<IOptions<DncGatewayOptions>>().Value.StreamTimeout;
        using var body = new StreamedBody(request.BodyReader, patience, call.Ask<TimeProvider>(), call.Cancellation);
        if (!IsCsv(request.ContentType!.Split(';')[0].Trim()))
        {
            var documents = NdJsonLines.ReadAsync(body, form.ReadJson, call.Cancellation);
            return Say(call, form.Of, await import(order, WatchedLines.WhileLetInAsync(call, documents, call.Cancellation), call.Cancellation), null);
        }
        var csv = await CsvLines.OpenAsync(body.AsStream(), form.IsColumn, form.Columns, call.Cancellation);
        if (!csv.Ok) return Answers.Refused(csv.Refusal);
        var lines = csv.Value;
        var rows = lines.ReadAsync(row => form.ReadRow(row, lines.Columns), call.Cancellation);
        return Say(call, form.Of, await import(order, WatchedLines.WhileLetInAsync(call, rows, call.Cancellation), call.Cancellation), lines.Broken);
    }

    /// <summary>An import that stopped is a problem that says how much of it was kept.</summary>
    static IResult Say(Call call, string of, ImportReport report, Refusal? broken)
    {
        call.Ask<ImportInstruments>().Ended(of, report, broken is null);
        if (report.Stopped is { } stopped) return Stopped(Problem.Of(stopped), report);
        if (report.Cut is { } cut) return CutOff(cut, report);
        return broken is not null ? Stopped(Problem.Of(broken), report) : Answers.Ok(ImportMapping.ToModel(report));
    }

    static Problem CutOff(IOException cut, ImportReport report)
    {
        if (cut is ImportEndedException ended) return Stopped(ended.Why, report);
        // Any other is a connection that is gone, with nobody there to be told.
        if (cut is not BadHttpRequestException) ExceptionDispatchInfo.Throw(cut);
        return Stopped(ExceptionProblems.Of(cut).Problem, report);
    }

    static Problem Stopped(Problem why, ImportReport report) =>
        why.Keeping(WhatIsIn(why, report), report.ImportId.ToString(), report.DryRun ? 0 : report.LastKept);

    static string WhatIsIn(Problem why, ImportReport report)
    {
        if (report.DryRun) return "Nothing was to be kept.";
        var kept = report.LastKept == 0 ? "" : $"Lines up to {report.LastKept} were judged and what was good of them is in. ";
        return kept + (why.Kind.Status == ProblemKinds.Unavailable.Status
            ? "What is behind may be in or not: send the same again with the same Idempotency-Key."
            : report.LastKept == 0 ? "No line is in." : "Nothing behind it is.");
    }

    internal static bool IsNdJson(string type) =>
        type.Equals(DncMediaTypes.NdJson, StringComparison.OrdinalIgnoreCase) || type.Equals("application/jsonl", StringComparison.OrdinalIgnoreCase);

    internal static bool IsCsv(string type) => type.Equals(DncMediaTypes.Csv, StringComparison.OrdinalIgnoreCase);
}
