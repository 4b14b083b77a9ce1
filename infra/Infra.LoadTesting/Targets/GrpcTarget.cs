using System.Buffers;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Runs;

namespace Infra.LoadTesting.Targets;

/// <summary>A method of gRPC with one message in and one out. Messages are bytes here: what stands in them is the runtime's own, and of an answer only counts that it is one.</summary>
public sealed class GrpcTarget : ITarget
{
    private static readonly Marshaller<Payload> _request = Marshallers.Create<Payload>(
        (payload, context) =>
        {
            context.SetPayloadLength(payload.Content.Length);
            context.GetBufferWriter().Write(payload.Content.Span);
            context.Complete();
        },
        _ => throw new NotSupportedException("only servers read requests"));

    private static readonly Marshaller<Answer> _response = Marshallers.Create<Answer>((_, _) => throw new NotSupportedException("only servers write answers"), ReadMessage);

    private readonly CallInvoker _invoker;
    private readonly Method<Payload, Answer> _method;
    private readonly RequestHeaders _headers;

    /// <param name="channel">The way to the server.</param>
    /// <param name="method">What is called.</param>
    /// <param name="headers">What goes along.</param>
    public GrpcTarget(GrpcChannel channel, GrpcMethod method, RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(method);
        _invoker = channel.CreateCallInvoker();
        _method = new Method<Payload, Answer>(MethodType.Unary, method.Service, method.Name, _request, _response);
        _headers = headers;
    }

    /// <summary>A channel that reads answers as long as anybody has memory for, and never tries again by itself.</summary>
    public static GrpcChannel Channel(Uri address, HttpMessageHandler handler) => GrpcChannel.ForAddress(
        address,
        new GrpcChannelOptions { HttpHandler = handler, MaxReceiveMessageSize = LoadClient.MostKeptBytes, MaxSendMessageSize = null, DisposeHttpClient = false });

    public async Task<Answer> SendAsync(Payload payload, RunClock clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(payload);
        try
        {
            using var call = _invoker.AsyncUnaryCall(_method, null, new CallOptions(_headers.ToMetadata(), cancellationToken: cancellation), payload);
            return await call.ResponseAsync;
        }
        catch (RpcException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Answer(Failures.Of(e, hasBegun: false));
        }
    }

    // Whether the bytes are a message with something in it: its fields are walked over, not read.
    private static Answer ReadMessage(DeserializationContext context)
    {
        var input = new CodedInputStream(context.PayloadAsNewBuffer());
        var fields = 0;
        try
        {
            while (input.ReadTag() != 0)
            {
                input.SkipLastField();
                fields++;
            }
        }
        catch (InvalidProtocolBufferException)
        {
            return Answer.Failed(FailureKind.Malformed);
        }
        return fields > 0 ? Answer.Good : Answer.Failed(FailureKind.Malformed);
    }
}
