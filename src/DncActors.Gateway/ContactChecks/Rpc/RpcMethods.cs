using DncActors.Gateway.Admission;
using DncActors.Gateway.Errors;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>The calls of the contract and who answers them. Read here and not by the generated reader, which would tell bytes that are no message as a fault
/// of the server.</summary>
sealed class RpcMethods : IServiceMethodProvider<ContactCheckRpc>
{
    /// <summary>Another method is the routing's own refusal.</summary>
    static readonly HttpMethodMetadata Post = new([HttpMethods.Post]);

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<ContactCheckRpc> context)
    {
        context.AddUnaryMethod(
            Of(MethodType.Unary, nameof(ContactCheckRpc.Check), V1.CheckRequest.Parser, V1.Verdict.Parser),
            [Post, new EndpointLoad(Load.Check)],
            (service, request, call) => service.Check(request, call));
        context.AddUnaryMethod(
            Of(MethodType.Unary, nameof(ContactCheckRpc.CheckBatch), V1.CheckBatchRequest.Parser, V1.CheckBatchReply.Parser),
            [Post, new EndpointLoad(Load.Batch)],
            (service, request, call) => service.CheckBatch(request, call));
        context.AddDuplexStreamingMethod(
            Of(MethodType.DuplexStreaming, nameof(ContactCheckRpc.CheckStream), V1.StreamQuestions.Parser, V1.StreamAnswers.Parser),
            [Post, new EndpointLoad(Load.Scrub)],
            (service, questions, answers, call) => service.CheckStream(questions, answers, call));
    }

    static Method<TRequest, TResponse> Of<TRequest, TResponse>(
        MethodType type, string name, MessageParser<TRequest> request, MessageParser<TResponse> response)
        where TRequest : class, IMessage<TRequest>, IBufferMessage
        where TResponse : class, IMessage<TResponse>, IBufferMessage =>
        new(type, V1.ContactChecks.Descriptor.FullName, name, Of(request), Of(response));

    static Marshaller<T> Of<T>(MessageParser<T> parser)
        where T : class, IMessage<T>, IBufferMessage => new(Write, from => Read(parser, from));

    static void Write<T>(T message, SerializationContext to)
        where T : class, IMessage<T>, IBufferMessage
    {
        to.SetPayloadLength(message.CalculateSize());
        message.WriteTo(to.GetBufferWriter());
        to.Complete();
    }

    static T Read<T>(MessageParser<T> parser, DeserializationContext from)
        where T : class, IMessage<T>, IBufferMessage
    {
        try
        {
            return parser.ParseFrom(from.PayloadAsReadOnlySequence());
        }
        catch (InvalidProtocolBufferException)
        {
            var expected = parser.ParseFrom([]).Descriptor.FullName;
            throw RpcProblem.ToException(Problem.Of("message", $"These bytes are no {expected}: write one as the contract has it."));
        }
    }
}
