using DncActors.Client.Audit;
using DncActors.Client.Paging;
using DncActors.Domain.People;
using DncActors.Domain.Reports;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Reports;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Audit;

/// <summary>Every change and execution: who, what, when, before and after.</summary>
static class AuditEndpoints
{
    static readonly QueryParameter<string?> Actor = Parameters.Text("actor", "What this user did, or this key: `key:` and its id.", 200);
    static readonly QueryParameter<string?> LeadId = Parameters.Id("leadId", "What happened to this lead, the import that brought it included.");
    static readonly QueryParameter<string?> Type = Parameters.Text("type", "What happened, such as lead.moved.", 100);

    internal static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Get, "/v1/audit", SearchAsync).Needs(Permissions.ReportRead).Loads(Load.Read)
            .Says("Audit", "Every change and execution", "Newest first.", ReportEndpoints.From, ReportEndpoints.To, Actor, LeadId, Type, Paging.Limit,
                Paging.Cursor)
            .Answers<Page<AuditRecordModel>>();

    static async Task<IResult> SearchAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        if (ReportEndpoints.WhyNoSpan(call) is { } refusal) return Answers.Refused(refusal);
        var query = new AuditQuery(
            call.Query.Get(ReportEndpoints.From), call.Query.Get(ReportEndpoints.To), call.Query.Get(Actor), call.Query.Get(LeadId), call.Query.Get(Type));
        var found = await call.Ask<IReportStore>().SearchAuditAsync(call.Access.Organization, query, page.Value, call.Cancellation);
        return Answers.Ok(found.ToPage(call, record => AuditMapping.ToModel(record, query.LeadId)));
    }
}
