using DncActors.Client.Audit;
using DncActors.Client.Paging;
using DncActors.Domain.Audit;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Reports;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Audit;

/// <summary>Who read the list, and who was not let in.</summary>
static class AccessRecordEndpoints
{
    static readonly QueryParameter<string?> Actor = Parameters.Text("actor", "What this user did, or this key: `key:` and its id.", 200);
    static readonly QueryParameter<AccessKind?> Kind = Parameters.Word("kind", "Only of this kind. Default: all.", AccessKindWords.Words);

    internal static void MapAccessRecords(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Get, "/v1/audit/access", SearchAsync).Needs(Permissions.ReportRead).Loads(Load.Read)
            .Says(
                "Audit",
                "Who read the list, and who was not let in",
                "Newest first, some seconds late, at most one record a minute for each caller and way, which says how many requests it counts. Searches, "
                    + "reads, exports, polls and scrubs of files are recorded; single contact checks and batches are not: they are too many, and tell nobody "
                    + "more than yes or no. Callers whom no organization knows are recorded with the first one.",
                ReportEndpoints.From,
                ReportEndpoints.To,
                Actor,
                Kind,
                Paging.Limit,
                Paging.Cursor)
            .Answers<Page<AccessRecordModel>>();

    static async Task<IResult> SearchAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        if (ReportEndpoints.WhyNoSpan(call) is { } refusal) return Answers.Refused(refusal);
        var query = new AccessQuery(call.Query.Get(ReportEndpoints.From), call.Query.Get(ReportEndpoints.To), call.Query.Get(Actor), call.Query.Get(Kind));
        var found = await call.Ask<IAccessStore>().SearchAsync(call.Access.Organization, query, page.Value, call.Cancellation);
        return Answers.Ok(found.ToPage(call, AccessRecordMapping.ToModel));
    }
}
