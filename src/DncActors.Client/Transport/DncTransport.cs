using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using DncActors.Client.Errors;

namespace DncActors.Client.Transport;

/// <summary>Sends calls: headers, time-outs, repetitions, and problems as exceptions, in one place.</summary>
sealed class DncTransport
{
    static readonly ProductInfoHeaderValue Agent = new("DncActors.Client", typeof(DncTransport).Assembly.GetName().Version!.ToString(3));
    readonly HttpClient http;
    readonly Uri root;

    public DncTransport(HttpClient http, DncClientOptions options)
    {
        this.http = http;
        Options = options;
        root = options.BaseAddress.AbsoluteUri.EndsWith('/') ? options.BaseAddress : new Uri(options.BaseAddress.AbsoluteUri + "/");
    }

    public DncClientOptions Options { get; }

    public TimeProvider Time => Options.Time;

    /// <summary>Sends the call, again where it may be, and reads its answer; a failure to read is one of the attempt.</summary>
    public async Task<T> SendAsync<T>(DncRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var key = IdempotencyKeyOf(request);
        var repeatable = request.CanSendAgain && RetryRules.IsRepeatable(request.Method, key);
        var started = Time.GetTimestamp();
        for (var attempts = 1; ; attempts++)
        {
            var attempt = await TryAsync(request, key, read, cancellation);
            if (!attempt.Failed)
                return attempt.Value!;
            var delay = repeatable && attempt.MayPass
                ? RetryRules.NextDelay(Options.Retry, attempts, Time.GetElapsedTime(started), attempt.RetryAfter)
                : null;
            if (delay is null)
                throw attempt.Failure;
            await Task.Delay(delay.Value, Time, cancellation);
        }
    }

    /// <summary>Sends the call once, and gives its answer as soon as it begins. Who gets it disposes of it.</summary>
    public async Task<Attempt<HttpResponseMessage>> TryOpenAsync(DncRequest request, CancellationToken cancellation) =>
        await TryAsync(request, IdempotencyKeyOf(request), (response, _) => Task.FromResult(response), cancellation);

    async Task<Attempt<T>> TryAsync<T>(
        DncRequest request, string? key, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(request.HasTimeout ? Options.AttemptTimeout : Timeout.InfiniteTimeSpan, Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        HttpResponseMessage? response = null;
        var keep = false;
        try
        {
            using var message = Message(request, key);
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (response.IsSuccessStatusCode)
            {
                var value = await read(response, both.Token);
                keep = value is HttpResponseMessage;
                return new(value, null, false, null);
            }

            var problem = await ProblemReader.ReadAsync(response, key, Time, both.Token);
            var mayPass = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            return new(default, problem, mayPass, problem.RetryAfter);
        }
        // A socket's own fault comes through where the connection was gone before it was taken into the pool, which asks it for its other end.
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            return new(default, new DncConnectionException("The connection to the gateway failed.", key, fault), true, null);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            return new(default, new DncConnectionException($"The gateway did not answer within {Options.AttemptTimeout}.", key, fault), true, null);
        }
        catch (JsonException fault)
        {
            return new(default, new DncConnectionException("The answer is not one of this contract.", key, fault), false, null);
        }
        finally
        {
            if (!keep)
                response?.Dispose();
        }
    }

    string? IdempotencyKeyOf(DncRequest request)
    {
        request.Call?.Validate();
        return request.Method == HttpMethod.Post ? request.Call?.IdempotencyKey ?? Options.IdempotencyKeys?.Next() : null;
    }

    HttpRequestMessage Message(DncRequest request, string? key)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(root, request.Path.TrimStart('/'))) { Content = request.Content?.Invoke() };
        var headers = message.Headers;
        headers.UserAgent.Add(Agent);
        headers.Accept.ParseAdd(request.Accept);
        // Where a body can be sent only once, a refusal should come before it is spent.
        headers.ExpectContinue = request.CanSendAgain ? null : true;
        if (Options.ApiKey is { } apiKey)
            headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        Add(headers, DncHeaders.ActingUser, request.Call?.ActingUser ?? Options.ActingUser);
        Add(headers, DncHeaders.IdempotencyKey, key);
        Add(headers, DncHeaders.LastEventId, request.LastEventId);
        if (request.Call?.IfMatch is { } version)
            headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return message;
    }

    static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
            headers.Add(name, value);
    }
}
