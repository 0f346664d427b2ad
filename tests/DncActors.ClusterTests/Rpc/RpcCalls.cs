using Grpc.Core;
using Grpc.Net.Client;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.ClusterTests.Rpc;

/// <summary>gRPC as a stranger speaks it: the stub that the contract gives everybody, and bytes.</summary>
public sealed class RpcCalls(Uri address, string? key) : IDisposable
{
    static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    readonly GrpcChannel connection = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxSendMessageSize = null });

    public V1.ContactChecks.ContactChecksClient Client => new(connection);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Metadata Headers => key is null ? [] : new Metadata { { "authorization", $"Bearer {key}" } };

    public Task<V1.Verdict> CheckAsync(V1.CheckRequest request) => Client.CheckAsync(request, Headers, cancellationToken: Cancellation).ResponseAsync;

    public Task<V1.CheckBatchReply> BatchAsync(V1.CheckBatchRequest request) =>
        Client.CheckBatchAsync(request, Headers, cancellationToken: Cancellation).ResponseAsync;

    public AsyncDuplexStreamingCall<V1.StreamQuestions, V1.StreamAnswers> Open() => Client.CheckStream(Headers, cancellationToken: Cancellation);

    /// <summary>Asks all of it in one message and reads until the end.</summary>
    public async Task<List<V1.StreamAnswer>> AskAsync(params V1.StreamQuestion[] questions)
    {
        using var call = Open();
        await call.RequestStream.WriteAsync(new V1.StreamQuestions { Questions = { questions } }, Cancellation);
        await call.RequestStream.CompleteAsync();
        var answers = new List<V1.StreamAnswer>();
        while (await call.ResponseStream.MoveNext(Cancellation)) answers.AddRange(call.ResponseStream.Current.Answers);
        return answers;
    }

    /// <summary>Calls any method by its name, sends bytes, and gives back how it ended.</summary>
    public async Task<(Status Status, string? Error)> SendAsync(string service, string name, byte[] message)
    {
        var method = new Method<byte[], byte[]>(MethodType.DuplexStreaming, service, name, Bytes, Bytes);
        using var call = connection.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, new CallOptions(Headers, cancellationToken: Cancellation));
        try
        {
            await call.RequestStream.WriteAsync(message, Cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // The answer says why.
        }
        try
        {
            while (await call.ResponseStream.MoveNext(Cancellation)) { }
            return (call.GetStatus(), null);
        }
        catch (RpcException refused)
        {
            return (refused.Status, refused.Trailers.GetValue("dnc-error"));
        }
    }

    public void Dispose() => connection.Dispose();
}
