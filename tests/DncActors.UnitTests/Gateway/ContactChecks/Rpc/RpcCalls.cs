using DncActors.Gateway.Errors;
using Grpc.Core;
using Grpc.Net.Client;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.UnitTests.Gateway.ContactChecks.Rpc;

/// <summary>gRPC as a stranger speaks it, by the stub that the contract gives everybody.</summary>
public sealed class RpcCalls(Uri address, string? key = GatewayHost.DialerKey) : IDisposable
{
    readonly GrpcChannel _connection = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxSendMessageSize = null });

    public V1.ContactChecks.ContactChecksClient Client => new(_connection);

    public Metadata Headers => key is null ? [] : new Metadata { { "authorization", $"Bearer {key}" } };

    public CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<V1.Verdict> CheckAsync(V1.CheckRequest request, params (string Name, string Value)[] headers)
    {
        var all = Headers;
        foreach (var (name, value) in headers) all.Add(name, value);
        return Client.CheckAsync(request, all, cancellationToken: Cancellation).ResponseAsync;
    }

    public Task<V1.CheckBatchReply> BatchAsync(V1.CheckBatchRequest request) =>
        Client.CheckBatchAsync(request, Headers, cancellationToken: Cancellation).ResponseAsync;

    public AsyncDuplexStreamingCall<V1.StreamQuestions, V1.StreamAnswers> Open() => Client.CheckStream(Headers, cancellationToken: Cancellation);

    /// <summary>Asks all of it in one message and reads until the end.</summary>
    public async Task<List<V1.StreamAnswer>> AskAsync(params V1.StreamQuestion[] questions)
    {
        using var call = Open();
        var answers = ReadAllAsync(call);
        try
        {
            await call.RequestStream.WriteAsync(new V1.StreamQuestions { Questions = { questions } }, Cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException && !Cancellation.IsCancellationRequested)
        {
            // The server ended the stream while it was written to: the client's library calls that cancelled, and why it was is for who reads.
        }
        return await answers;
    }

    public async Task<List<V1.StreamAnswer>> ReadAllAsync(AsyncDuplexStreamingCall<V1.StreamQuestions, V1.StreamAnswers> call)
    {
        var answers = new List<V1.StreamAnswer>();
        while (await call.ResponseStream.MoveNext(Cancellation)) answers.AddRange(call.ResponseStream.Current.Answers);
        return answers;
    }

    /// <summary>Fails unless the call ended with this status, and the code of the contract beside it.</summary>
    public static async Task<RpcException> RefusedAsync(StatusCode status, string code, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.True(refused.StatusCode == status, $"{refused.Status}");
        Assert.Equal("urn:dnc:error:" + code, refused.Trailers.GetValue(RpcProblem.ErrorTrailer));
        Assert.NotEmpty(refused.Status.Detail);
        return refused;
    }

    public void Dispose() => _connection.Dispose();
}
