using System.Text.Json;
using DncActors.Client.Json;
using DncActors.Contracts.Access;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Requests;

/// <summary>What every endpoint does before its own work: read path, query, version and body, strictly.</summary>
static class CallRunner
{
    const string LeadId = "leadId";

    internal static async Task RunAsync(HttpContext context, Func<Call, Task<IResult>> handler)
    {
        var read = Read(context, context.GetCaller(), static () => []);
        await (read.Ok ? await AnswerAsync(read.Value, handler) : Problem.Of(read.Refusal)).ExecuteAsync(context);
    }

    internal static async Task RunAsync<TBody>(HttpContext context, Func<Call, TBody, Task<IResult>> handler)
        where TBody : class
    {
        var (body, problem) = await ReadBodyAsync<TBody>(context);
        if (body is null)
        {
            await problem!.ExecuteAsync(context);
            return;
        }
        var read = Read(context, context.GetCaller(), () => Canonical(body));
        await (read.Ok ? await AnswerAsync(read.Value, call => handler(call, body), mayRepeat: true) : Problem.Of(read.Refusal)).ExecuteAsync(context);
    }

    /// <summary>Of somebody who is not known, and waits in nobody's line: the endpoint itself says how much of that it takes.</summary>
    internal static async Task RunOpenAsync<TBody>(HttpContext context, Func<HttpContext, TBody, Task<IResult>> handler)
        where TBody : class
    {
        var (body, problem) = await ReadBodyAsync<TBody>(context);
        if (body is null)
        {
            await problem!.ExecuteAsync(context);
            return;
        }
        var query = QueryValues.Read(context.Request.QueryString, TextOf(context)?.Query ?? []);
        await (query.Ok ? await handler(context, body) : Problem.Of(query.Refusal)).ExecuteAsync(context);
    }

    /// <summary>A handler of a request that may have a body reads it by itself, as a stream, and can do so once.</summary>
    static Task<IResult> AnswerAsync(Call call, Func<Call, Task<IResult>> handler) =>
        AnswerAsync(call, handler, mayRepeat: HttpMethods.IsGet(call.Http.Request.Method) || HttpMethods.IsDelete(call.Http.Request.Method));

    static async Task<IResult> AnswerAsync(Call call, Func<Call, Task<IResult>> handler, bool mayRepeat)
    {
        try
        {
            return await InPlaceAsync(call, handler);
        }
        catch (OrleansException fault) when (mayRepeat && CallRetry.Passes(fault) && !call.Cancellation.IsCancellationRequested)
        {
            return await KnownAsync(call, await call.Ask<CallRetry>().AgainAsync(() => handler(call), call.Cancellation));
        }
    }

    /// <summary>
    /// The work itself, in a place of its load's line. The retries behind it have none: they mostly wait, for a silo that was just going, and would keep
    /// others out.
    /// </summary>
    static async Task<IResult> InPlaceAsync(Call call, Func<Call, Task<IResult>> handler)
    {
        var load = EndpointLoad.Of(call.Http);
        // An export takes its place with its answer, which is where its work is.
        using var place = load == Load.Export ? default : await call.Ask<AdmissionLines>().EnterAsync(load, call.Access.Organization, call.Cancellation);
        return place.IsRefused ? call.Ask<AdmissionLines>().Overloaded(load) : await KnownAsync(call, await handler(call));
    }

    /// <summary>The store shows a commit a moment before every node knows it: who is told of a block there may ask any node next.</summary>
    static async ValueTask<IResult> KnownAsync(Call call, IResult result)
    {
        if (call.HasReadTheRecord) await call.Ask<ReadAcknowledgement>().EverythingReadAsync(call.Cancellation);
        return result;
    }

    static Outcome<Call> Read(HttpContext context, CallerAccess access, Func<byte[]> canonicalBody)
    {
        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (!PathIds.IsSane(value as string)) return Refusal.NotFound(name, Quote.Of(value as string));
            // A lead's id becomes a grain's key, which logs and dashboards show: an email that was put there by mistake must not get so far.
            if (name == LeadId && !LeadIdRules.IsId(value as string)) return Refusal.NotFound("lead", Quote.Of(value as string));
        }
        var query = QueryValues.Read(context.Request.QueryString, TextOf(context)?.Query ?? []);
        if (!query.Ok) return query.Refusal;
        var version = EntityTags.ReadIfMatch(context.Request);
        if (version.Refusal is not null) return version.Refusal;
        return new Call(context, access, query.Value, canonicalBody) { IfMatch = version.Value };
    }

    static async Task<(TBody? Body, Problem? Problem)> ReadBodyAsync<TBody>(HttpContext context)
        where TBody : class
    {
        var takes = context.GetEndpoint()!.Metadata.GetRequiredMetadata<EndpointBody>();
        var options = context.RequestServices.GetRequiredService<IOptions<DncGatewayOptions>>().Value;
        using var buffer = await BodyBuffer.ReadAsync(context, takes.Limit ?? options.MaxBodyBytes, options.BodyTimeout);
        if (buffer.Length > 0 && JsonBody.CheckType(context.Request) is { } wrongType) return (null, wrongType);
        var read = StrictJson.Read<TBody>(buffer.Bytes, takes.Optional);
        return read.Ok ? (read.Value, null) : (null, Problem.Of(read.Refusal));
    }

    /// <summary>
    /// The body as a retry may say it again: by value, absent fields left out (as a client of another release does), so that neither white space nor the order
    /// of fields matters.
    /// </summary>
    static byte[] Canonical<TBody>(TBody body) => JsonSerializer.SerializeToUtf8Bytes(body, DncJson.Lenient.GetTypeInfo(typeof(TBody)));

    static EndpointText? TextOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EndpointText>();
}
