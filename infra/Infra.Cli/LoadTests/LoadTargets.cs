using Grpc.Net.Client;
using Infra.LoadTesting.Targets;

namespace Infra.Cli.LoadTests;

/// <summary>What speaks to one endpoint, and the connections that it has.</summary>
internal sealed class LoadTargets : IDisposable
{
    private readonly SocketsHttpHandler _handler = LoadClient.Handler();
    private readonly HttpMessageInvoker _client;
    private readonly GrpcChannel? _channel;

    public LoadTargets(LoadEndpoint endpoint, RequestHeaders headers, bool expectsJson)
    {
        _client = new HttpMessageInvoker(_handler);
        _channel = endpoint.Protocol is LoadProtocol.KServe or LoadProtocol.TensorFlow ? GrpcTarget.Channel(endpoint.Uri, _handler) : null;
        Target = endpoint.Protocol switch
        {
            LoadProtocol.OpenAi => new OpenAiTarget(_client, endpoint.Uri, headers),
            LoadProtocol.KServe => new GrpcTarget(_channel!, GrpcMethod.OpenInference, headers),
            LoadProtocol.TensorFlow => new GrpcTarget(_channel!, GrpcMethod.TensorFlowPredict, headers),
            _ => new HttpTarget(_client, endpoint.Uri, headers, expectsJson),
        };
    }

    public ITarget Target { get; }

    public void Dispose()
    {
        _channel?.Dispose();
        _client.Dispose();
        _handler.Dispose();
    }
}
