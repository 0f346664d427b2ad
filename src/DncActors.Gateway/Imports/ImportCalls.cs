using DncActors.Client;
using DncActors.Contracts.Imports;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Imports;

/// <summary>Runs an import from a body of any length, and tells what became of every line.</summary>
static class ImportCalls
{
    internal const string MediaTypes = DncMediaTypes.NdJson + " or " + DncMediaTypes.Csv;

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
        if (!IsCsv(request.ContentType!.Split(';')[0].Trim()))
        {
            return Say(await import(order, NdJsonLines.ReadAsync(request.BodyReader, form.ReadJson, call.Cancellation), call.Cancellation), null);
        }
        var csv = await CsvLines.OpenAsync(request.Body, form.IsColumn, form.Columns, call.Cancellation);
        if (!csv.Ok) return Answers.Refused(csv.Refusal);
        var lines = csv.Value;
        return Say(await import(order, lines.ReadAsync(row => form.ReadRow(row, lines.Columns), call.Cancellation), call.Cancellation), lines.Broken);
    }

    /// <summary>An import that stopped is a problem that says how much of it was kept.</summary>
    static IResult Say(ImportReport report, Refusal? broken) => report.Stopped is { } stopped
        ? Stopped(stopped, report)
        : broken is not null ? Stopped(broken, report) : Answers.Ok(ImportMapping.ToModel(report));

    static Problem Stopped(Refusal why, ImportReport report) =>
        new(ProblemKinds.Of(why.Code), $"{why.Detail} Lines up to {report.LastKept} were judged and what was good of them is in; nothing behind it is.",
            why.Rule, why.Errors)
        {
            Kept = (report.ImportId.ToString(), report.LastKept),
        };

    static bool IsNdJson(string type) =>
        type.Equals(DncMediaTypes.NdJson, StringComparison.OrdinalIgnoreCase) || type.Equals("application/jsonl", StringComparison.OrdinalIgnoreCase);

    static bool IsCsv(string type) => type.Equals(DncMediaTypes.Csv, StringComparison.OrdinalIgnoreCase);
}
