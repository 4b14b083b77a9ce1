using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Embedded;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Asks the user's mocks. What they see of a resource is plain data: no secretness, and nothing of a property with an unknown in it.</summary>
internal sealed class MockMonitor(IMocks mocks) : IMonitor
{
    private readonly Lock _gate = new();
    private readonly List<Resource> _resources = [];
    private readonly List<string> _errors = [];
    private readonly Dictionary<string, string> _config = MockConfig.Read();
    private readonly ConcurrentDictionary<string, ResourceResponse> _responses = new();

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_gate)
                return [.. _resources];
        }
    }

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_gate)
                return [.. _errors];
        }
    }

    public string? GetConfig(string key) => _config.GetValueOrDefault(key);

    public bool IsConfigEncrypted(string key) => false;

    public void Log(EngineSeverity severity, string message, Resource? resource)
    {
        if (severity != EngineSeverity.Error)
            return;
        lock (_gate)
            _errors.Add(message);
    }

    public void LogException(Exception exception, Resource? resource) => Log(EngineSeverity.Error, exception.ToString(), resource);

    /// <summary>Nothing is refused: a child that depends on its own parent waits forever, as with the real mocks.</summary>
    public void CheckDependencies(Resource resource, IReadOnlySet<Resource> dependencies)
    {
    }

    public async ValueTask<ResourceResponse> RegisterAsync(ResourceRequest request)
    {
        Add(request.Resource);
        var urn = MockUrn.Of(request);
        if (request.Type == Stack.StackType)
            return Response(urn, "", ImmutableDictionary<string, object?>.Empty);
        var (id, state) = await AskAsync(request, request.ImportId).ConfigureAwait(false);
        return _responses[urn] = Response(urn, id ?? request.ImportId, await SerializeAsync(state).ConfigureAwait(false));
    }

    public async ValueTask<ResourceResponse> ReadAsync(ResourceRequest request, string id)
    {
        var (_, state) = await AskAsync(request, id).ConfigureAwait(false);
        var urn = MockUrn.Of(request);
        var response = _responses[urn] = Response(urn, id, await SerializeAsync(state).ConfigureAwait(false));
        Add(request.Resource);
        return response;
    }

    public ValueTask<ResourceResponse> GetAsync(string urn)
        => ValueTask.FromResult(_responses.TryGetValue(urn, out var response)
            ? response
            : throw new InvalidOperationException($"Unknown resource {urn}"));

    public async ValueTask RegisterOutputsAsync(Resource resource, string urn, ImmutableDictionary<string, object?> outputs)
        => await mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            urn,
            outputs.ToImmutableDictionary(output => output.Key, output => new Output<object?>(ValueReader.ReadObject(output.Value))))).ConfigureAwait(false);

    public async ValueTask<object?> InvokeAsync(InvokeRequest request)
        => await SerializeAsync(await mocks.CallAsync(new MockCallArgs
        {
            Token = request.Token,
            Args = ToPlain(request.Args),
            Provider = request.Provider,
        }).ConfigureAwait(false)).ConfigureAwait(false);

    private static ResourceResponse Response(string urn, string? id, ImmutableDictionary<string, object?> outputs)
        => new(urn, id, outputs, MissingIsKnown: !Deployment.Current.IsDryRun);

    private static ImmutableDictionary<string, object> ToPlain(ImmutableDictionary<string, object?> inputs)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, tree) in inputs)
        {
            if (ValueReader.ReadObject(tree) is { IsKnown: true, Value: { } value })
                plain.Add(name, value);
        }

        return plain.ToImmutable();
    }

    /// <summary>A mock's answer goes through the same serializer as inputs, so it may hold outputs, secrets and unknowns.</summary>
    private static async Task<ImmutableDictionary<string, object?>> SerializeAsync(object state)
    {
        var serializer = new Serializer("");
        var content = state is IDictionary<string, object> dictionary ? dictionary.ToImmutableDictionary() : state;
        while (true)
        {
            serializer.Reset();
            var tree = serializer.Serialize(content);
            if (serializer.IsComplete)
            {
                return tree as ImmutableDictionary<string, object?>
                    ?? throw new InvalidOperationException($"{content.GetType().FullName} is not a supported argument type");
            }

            foreach (var output in serializer.Pending)
                await output.GetObjectAsync().ConfigureAwait(false);
        }
    }

    private Task<(string? Id, object State)> AskAsync(ResourceRequest request, string id)
        => mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToPlain(request.Inputs),
            Provider = request.Provider,
            Id = id,
        })!;

    private void Add(Resource resource)
    {
        lock (_gate)
            _resources.Add(resource);
    }
}
