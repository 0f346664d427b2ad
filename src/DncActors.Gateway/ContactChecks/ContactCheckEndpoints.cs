using DncActors.Client;
using DncActors.Client.ContactChecks;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.ContactChecks;

/// <summary>"May I contact this now?"</summary>
static class ContactCheckEndpoints
{
    const string Feature = "Contact checks";
    const string Path = "/v1/contact-checks";

    /// <summary>A lead is answered contact point by contact point.</summary>
    static readonly EndpointAnswer Other = new(
        StatusCodes.Status200OK, "The verdict; for a lead that on each of its contact points.", typeof(LeadVerdictModel));

    internal static void MapContactChecks(this IEndpointRouteBuilder routes)
    {
        var single = routes.ServiceProvider.GetRequiredService<SingleCheck>();
        var batch = routes.ServiceProvider.GetRequiredService<BatchCheck>();
        var options = routes.ServiceProvider.GetRequiredService<IOptions<DncGatewayOptions>>().Value;

        routes.MapMethods(Path, [HttpMethods.Get], single.GetAsync).Needs(Permissions.ContactCheck)
            .Loads(Load.Check).WithMetadata(new AnswersChecks(CheckTransport.Http))
            .Says(
                Feature,
                "One verdict",
                "For a phone, an email or a lead. 503 when this node cannot be sure; that is never 'allowed'.",
                ContactCheckParameters.All)
            .Answers<VerdictModel>().WithMetadata(Other);

        routes.MapMethods(Path, [HttpMethods.Post], context => PostAsync(context, single, options)).Needs(Permissions.ContactCheck)
            .Loads(Load.Check).WithMetadata(new AnswersChecks(CheckTransport.Http))
            .WithMetadata(new EndpointBody(typeof(ContactCheckRequest), [DncMediaTypes.Json], false, options.MaxBodyBytes))
            .Says(Feature, "One verdict, with nothing personal in the URL", "As the GET.")
            .Answers<VerdictModel>().WithMetadata(Other);

        routes.MapMethods(Path + "/batch", [HttpMethods.Post], batch.PostAsync).Needs(Permissions.ContactCheck)
            .Loads(Load.Batch).WithMetadata(new AnswersChecks(CheckTransport.Batch))
            .WithMetadata(new EndpointBody(typeof(BatchCheckRequest), [DncMediaTypes.Json], false, options.MaxBatchBytes))
            .Says(Feature, "Many verdicts", $"At most {BatchLimits.Maximum:N0} phones or emails; a word for each, in order.", BatchCheck.Query)
            .Answers<BatchVerdictsModel>()
            .WithMetadata(new EndpointAnswer(StatusCodes.Status200OK, "A word for each; whole verdicts with detail=true.", typeof(DetailedBatchVerdictsModel)));
    }

    static async Task PostAsync(HttpContext context, SingleCheck single, DncGatewayOptions options)
    {
        var caller = context.GetCaller();
        var query = QueryValues.Read(context.Request.QueryString, []);
        using var body = await BodyBuffer.ReadAsync(context, options.MaxBodyBytes, options.BodyTimeout);
        var problem = (body.Length > 0 ? JsonBody.CheckType(context.Request) : null) ?? (query.Ok ? null : Errors.Problem.Of(query.Refusal));
        var read = problem is null ? StrictJson.Read<ContactCheckRequest>(body.Bytes) : default;
        problem ??= read.Ok ? null : Errors.Problem.Of(read.Refusal);
        await (problem is null ? single.AnswerAsync(context, caller, read.Value!) : problem.ExecuteAsync(context));
    }
}
