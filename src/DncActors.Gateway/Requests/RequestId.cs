using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>What a request is called in problems, logs and traces: the same in all of them.</summary>
static class RequestId
{
    internal static string Of(HttpContext context) => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span
        ? span.TraceId.ToHexString()
        : context.TraceIdentifier;
}
