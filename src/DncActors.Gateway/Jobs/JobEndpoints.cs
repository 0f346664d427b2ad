using DncActors.Client.Jobs;
using DncActors.Client.Paging;
using DncActors.Domain.Jobs;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Jobs;

/// <summary>Work that goes on after its request was answered.</summary>
static class JobEndpoints
{
    const string Feature = "Jobs";
    const string Path = "/v1/jobs";

    /// <summary>Who may begin one, and who may know what is going on.</summary>
    const Permissions Readers = Permissions.WorkflowEdit | Permissions.DncWrite | Permissions.ReportRead;

    internal static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).NeedsOneOf(Readers)
            .Says(Feature, "All jobs", "Newest first.", Paging.Limit, Paging.Cursor).Answers<Page<JobModel>>();
        routes.MapCall(HttpMethods.Get, Path + "/{jobId}", GetAsync).NeedsOneOf(Readers)
            .Says(Feature, "A job", "How far it is.").Answers<JobModel>();
    }

    static async Task<IResult> ListAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        return Answers.Ok((await call.Ask<IJobStore>().SearchAsync(call.Access.Organization, page.Value, call.Cancellation)).ToPage(call, JobMapping.ToModel));
    }

    static async Task<IResult> GetAsync(Call call)
    {
        var job = Guid.TryParse(call.Id("jobId"), out var id) ? await call.Ask<IJobStore>().ReadAsync(call.Access.Organization, id, call.Cancellation) : null;
        return job is null ? Answers.Refused(Refusal.NotFound("job", Quote.Of(call.Id("jobId")))) : Answers.Ok(JobMapping.ToModel(job));
    }
}
