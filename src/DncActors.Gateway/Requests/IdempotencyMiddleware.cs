using DncActors.Client;
using DncActors.Domain.Identity;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>Takes or makes the <c>Idempotency-Key</c> of every request that may change something, and echoes it in every answer to one.</summary>
sealed class IdempotencyMiddleware(RequestDelegate next, IdSource ids, TimeProvider time, RefusalInstruments instruments)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return next(context);
        var sent = context.Request.Headers[DncHeaders.IdempotencyKey];
        if (sent.Count > 1 || (sent.Count == 1 && !IdempotencyKey.IsValid(sent[0]!)))
        {
            instruments.Refused(context, ProblemKinds.Validation.Status);
            return Problem.Of(
                DncHeaders.IdempotencyKey,
                $"'{Quote.Of(sent.ToString())}' is not a key: write the header once, with 1 to {IdempotencyKey.MaxLength} printable ASCII characters.")
                .ExecuteAsync(context);
        }
        context.Features.Set(new IdempotencyKey(sent.Count == 1 && !GatewayMutant.ForgetsKeys ? sent[0]! : ids.Next(time.GetUtcNow()).ToString()));
        IdempotencyKey.Echo(context);
        return next(context);
    }
}
