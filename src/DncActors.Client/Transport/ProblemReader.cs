using System.Net;
using System.Text.Json;
using DncActors.Client.Errors;

namespace DncActors.Client.Transport;

/// <summary>Makes an exception of an answer that is none.</summary>
static class ProblemReader
{
    /// <summary>More than any problem of ours has; what comes after it (of a proxy's page, say) is not read.</summary>
    const int MaxBytes = 1 << 20;

    public static async Task<DncProblemException> ReadAsync(
        HttpResponseMessage response, string? idempotencyKey, TimeProvider time, CancellationToken cancellation)
    {
        var problem = await BodyAsync(response, cancellation) ?? new ProblemModel { Title = response.ReasonPhrase };
        var echoed = response.Headers.TryGetValues(DncHeaders.IdempotencyKey, out var keys) ? keys.FirstOrDefault() : null;
        var code = DncErrorCodes.CodeOf(problem.Type) ?? CodeOf(response.StatusCode);
        return new DncProblemException(response.StatusCode, code, problem, RetryAfter(response, time), echoed ?? idempotencyKey);
    }

    static async Task<ProblemModel?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType is not (DncMediaTypes.Problem or DncMediaTypes.Json))
            return null;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
            var buffer = new MemoryStream();
            var chunk = new byte[8192];
            for (int read; buffer.Length < MaxBytes && (read = await stream.ReadAsync(chunk, cancellation)) > 0;)
                buffer.Write(chunk, 0, read);
            return JsonSerializer.Deserialize(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), JsonCalls.TypeInfo<ProblemModel>());
        }
        catch (Exception unreadable) when (unreadable is JsonException or HttpRequestException or IOException)
        {
            // The status alone says enough, and more than a fault about the body would.
            return null;
        }
    }

    static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        if (header?.Delta is { } delta)
            return delta;
        if (header?.Date is not { } date)
            return null;
        // By the answer's own clock where it tells one: ours may differ.
        var wait = date - (response.Headers.Date ?? time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => DncErrorCodes.Unauthenticated,
        HttpStatusCode.Forbidden => DncErrorCodes.Forbidden,
        HttpStatusCode.NotFound => DncErrorCodes.NotFound,
        HttpStatusCode.Conflict => DncErrorCodes.Conflict,
        HttpStatusCode.RequestEntityTooLarge => DncErrorCodes.TooLarge,
        HttpStatusCode.UnprocessableEntity => DncErrorCodes.Unprocessable,
        HttpStatusCode.TooManyRequests => DncErrorCodes.RateLimited,
        >= HttpStatusCode.InternalServerError => DncErrorCodes.Unavailable,
        _ => DncErrorCodes.Validation,
    };
}
