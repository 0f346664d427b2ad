using DncActors.Client.Paging;
using DncActors.Client.Reports;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Reports;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Reports;

/// <summary>Figures, counted from the record itself.</summary>
static class ReportEndpoints
{
    const string Feature = "Reports";

    internal static readonly QueryParameter<DateTimeOffset?> From = Parameters.Time("from", "Included. Default: from the beginning.");
    internal static readonly QueryParameter<DateTimeOffset?> To = Parameters.Time("to", "Not included. Default: until now.");

    static readonly QueryParameter<ActionUsageGroup?> UsageBy = Parameters.Word("groupBy", "What is counted by. Default: action.", ReportWords.UsageGroups);
    static readonly QueryParameter<LeadCountGroup?> LeadsBy = Parameters.Word("groupBy", "What is counted by. Default: status.", ReportWords.LeadGroups);
    static readonly QueryParameter<bool?> DoNotContact = Parameters.Flag("doNotContact", "Only flagged leads, or only the others. Default: all.");

    internal static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, "/v1/reports/action-usage", ReadUsageAsync).Needs(Permissions.ReportRead).Loads(Load.Read)
            .Says(Feature, "How often actions ran", "Most used first; days in order.", From, To, UsageBy, Paging.Limit, Paging.Cursor)
            .Answers<Page<ActionUsageRowModel>>();
        routes.MapCall(HttpMethods.Get, "/v1/reports/leads", CountLeadsAsync).Needs(Permissions.ReportRead).Loads(Load.Read)
            .Says(Feature, "How many leads stand where", "A flagged lead is in no active figure.", LeadsBy, DoNotContact, Paging.Limit, Paging.Cursor)
            .Answers<Page<LeadCountRowModel>>();
    }

    static async Task<IResult> ReadUsageAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        if (WhyNoSpan(call) is { } refusal) return Answers.Refused(refusal);
        var (from, to, by) = (call.Query.Get(From), call.Query.Get(To), call.Query.Get(UsageBy) ?? ActionUsageGroup.Action);
        var rows = await call.Ask<IReportStore>().ReadActionUsageAsync(call.Access.Organization, from, to, by, call.Cancellation);
        var documents = await call.DocumentsAsync();
        return Answers.Ok(Paging.Slice(rows, page.Value).ToPage(call, row => ToModel(row, UsageLabels.Of(row, by, documents))));
    }

    static async Task<IResult> CountLeadsAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var counts = await call.Ask<IReportStore>().CountLeadsAsync(call.Access.Organization, call.Now, call.Cancellation);
        var rows = LeadCounts.Of(counts, await call.DocumentsAsync(), call.Query.Get(LeadsBy) ?? LeadCountGroup.Status, call.Query.Get(DoNotContact));
        return Answers.Ok(Paging.Slice([.. rows], page.Value).ToPage(call, r => r));
    }

    /// <summary>A span that ends before it begins would be an empty report, which reads as "nothing happened".</summary>
    internal static Refusal? WhyNoSpan(Call call) =>
        call.Query.Get(From) is { } from && call.Query.Get(To) is { } to && from > to
            ? Refusal.Validation(new FieldError(From.Name, "'from' is after 'to': write the earlier time as 'from'."))
            : null;

    static ActionUsageRowModel ToModel(ActionUsageRow row, string label) => new()
    {
        Key = row.Key,
        Label = label,
        Executions = row.Executions,
        DoNotContact = row.DoNotContact,
        First = row.First,
        Last = row.Last,
    };
}
