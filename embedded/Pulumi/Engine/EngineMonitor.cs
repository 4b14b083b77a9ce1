using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Embedded;

/// <summary>
/// Takes registrations as the engine does. In a preview what the inputs say is known, everything else isn't; in rendered mode
/// what a provider would answer is invented.
/// </summary>
internal sealed class EngineMonitor(EngineOptions options) : IMonitor
{
    private readonly Lock _gate = new();
    private readonly List<RegisteredResource> _resources = [];
    private readonly Dictionary<string, int> _byUrn = new(StringComparer.Ordinal);
    private readonly List<EngineDiagnostic> _diagnostics = [];
    private readonly Dictionary<string, ResourceResponse> _rendered = new(StringComparer.Ordinal);

    public bool HasErrors
    {
        get
        {
            lock (_gate)
                return _diagnostics.Exists(diagnostic => diagnostic.Severity == EngineSeverity.Error);
        }
    }

    public EngineResult Result()
    {
        lock (_gate)
        {
            var stack = _resources.Find(resource => resource.Type == Stack.StackType);
            return new EngineResult
            {
                Resources = [.. _resources],
                Outputs = stack?.Outputs ?? ImmutableDictionary<string, object?>.Empty,
                Diagnostics = [.. _diagnostics],
            };
        }
    }

    public string? GetConfig(string key) => options.Config.GetValueOrDefault(key);

    public bool IsConfigEncrypted(string key) => options.EncryptedConfigKeys.Contains(key);

    public void Log(EngineSeverity severity, string message, Resource? resource) => Add(severity, message, resource, detail: null);

    public void LogException(Exception exception, Resource? resource)
        => Add(EngineSeverity.Error, EngineFailureText.MessageOf(exception), resource, EngineFailureText.DetailOf(exception));

    public void Report(RunFailure failure)
    {
        var resource = (failure.Exception as ResourceException)?.Resource ?? failure.Resource;
        Add(EngineSeverity.Error, EngineFailureText.MessageOf(failure), resource, EngineFailureText.DetailOf(failure.Exception));
    }

    public void CheckDependencies(Resource resource, IReadOnlySet<Resource> dependencies)
    {
        for (var ancestor = resource.ParentOrStack; ancestor is not null; ancestor = ancestor.ParentOrStack)
        {
            if (ancestor is ComponentResource && dependencies.Contains(ancestor))
                throw new EngineException(AncestorDependency(resource, ancestor));
        }
    }

    public ValueTask<ResourceResponse> RegisterAsync(ResourceRequest request)
    {
        var registered = Add(request, readId: null);
        return ValueTask.FromResult(Rendered(request, registered) ?? Previewed(registered.Urn, id: null, Echo(registered, registered.Inputs)));
    }

    public ValueTask<ResourceResponse> ReadAsync(ResourceRequest request, string id)
    {
        var registered = Add(request, id);
        var exported = ExportedStacks.Answer(options, registered, id);
        // What it holds encrypted is unknown here, and a text there.
        if (exported is not null)
            options.Unknown?.Invoke();
        return ValueTask.FromResult(exported ?? Rendered(request, registered) ?? Previewed(registered.Urn, id, ImmutableDictionary<string, object?>.Empty));
    }

    public ValueTask<ResourceResponse> GetAsync(string urn)
    {
        lock (_gate)
        {
            if (_rendered.TryGetValue(urn, out var response))
                return ValueTask.FromResult(response);
            if (!_byUrn.TryGetValue(urn, out var index))
                throw new EngineException($"unknown resource {urn}");
            var found = _resources[index];
            var outputs = found.ReadId is null ? Echo(found, found.Inputs) : ImmutableDictionary<string, object?>.Empty;
            return ValueTask.FromResult(Previewed(urn, found.ReadId, outputs));
        }
    }

    public ValueTask RegisterOutputsAsync(Resource resource, string urn, ImmutableDictionary<string, object?> outputs)
    {
        lock (_gate)
        {
            var index = _byUrn[urn];
            _resources[index] = _resources[index] with { Outputs = EngineValues.WithUrns(outputs) };
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>An output of a stack that nothing is known about; null in a preview, where none of its outputs is known.</summary>
    public object? InventOutput(string stack, string output)
        => options.Mode == EngineMode.Rendered ? InventedResponses.StackOutput(stack, output) : null;

    /// <summary>No provider is there to be asked.</summary>
    public ValueTask<object?> InvokeAsync(InvokeRequest request)
    {
        RefuseDefaultProvider(request.Token, request.Token, request.Provider);
        if (options.Mode == EngineMode.Rendered)
            return ValueTask.FromResult(InventedResponses.Of(request, RegionOf(request.Provider)));
        options.Unknown?.Invoke();
        return ValueTask.FromResult<object?>(UnknownValue.Instance);
    }

    /// <summary>The program asked whether this is a preview, and may do something else in an update.</summary>
    public void ModeRead()
    {
        if (options.Mode == EngineMode.Preview)
            options.Unknown?.Invoke();
    }

    private ResourceResponse Previewed(string urn, string? id, ImmutableDictionary<string, object?> outputs)
        => new(urn, id, outputs, MissingIsKnown: false) { UnknownRead = options.Unknown };

    private static string AncestorDependency(Resource resource, Resource ancestor)
        => $"'{resource.GetResourceName()}' ({resource.GetResourceType()}) depends on '{ancestor.GetResourceName()}' ({ancestor.GetResourceType()}), the component that it belongs to; "
            + "a dependency on a component means all resources in it, so the resource would wait for itself; depend on the sibling that is needed instead";

    private void Add(EngineSeverity severity, string message, Resource? resource, string? detail)
    {
        var urn = resource is null or DependencyResource ? null : EngineUrn.Of(options, resource);
        lock (_gate)
            _diagnostics.Add(new EngineDiagnostic(severity, message, urn, detail));
    }

    private RegisteredResource Add(ResourceRequest request, string? readId)
    {
        Unsupported.Refuse(request);
        Refusals.Check(request);
        var urn = EngineUrn.Of(options, request.Resource);
        if (request.Resource is CustomResource)
            RefuseDefaultProvider(request.Type, urn, request.Provider);
        var registered = Registration.Of(request, urn, readId);
        lock (_gate)
        {
            if (!_byUrn.TryAdd(urn, _resources.Count))
                throw new EngineException($"Duplicate resource URN '{urn}'; try giving it a unique name");
            if (readId is null)
                registered = Inherit(registered);
            if (options.Mode == EngineMode.Rendered)
                registered = InventedResponses.Named(registered);
            _resources.Add(registered);
        }

        if (options is { Mode: EngineMode.Preview, Unknown: { } tell } && !ReferenceEquals(registered, InventedResponses.Named(registered)))
            tell();

        if (Unsupported.WarningOf(request) is { } warning)
            Log(EngineSeverity.Warning, warning, request.Resource);
        return registered;
    }

    /// <summary>What a provider would answer; null in a preview, and for components, which have no provider.</summary>
    private ResourceResponse? Rendered(ResourceRequest request, RegisteredResource registered)
    {
        if (options.Mode != EngineMode.Rendered || !registered.Custom)
            return null;
        var response = InventedResponses.Of(request.Resource.GetType(), registered, RegionOf(request.Provider));
        response = response with { Outputs = Echo(registered, response.Outputs) };
        lock (_gate)
            _rendered[registered.Urn] = response;
        return response;
    }

    private string? RegionOf(string provider)
    {
        var end = provider.LastIndexOf("::", StringComparison.Ordinal);
        lock (_gate)
        {
            return end > 0 && _byUrn.TryGetValue(provider[..end], out var index)
                ? ValueReader.Read(_resources[index].Inputs.GetValueOrDefault("region")).Plain as string
                : null;
        }
    }

    private static ImmutableDictionary<string, object?> Echo(RegisteredResource resource, ImmutableDictionary<string, object?> outputs)
    {
        foreach (var name in resource.Options.AdditionalSecretOutputs)
        {
            if (outputs.TryGetValue(name, out var value))
                outputs = outputs.SetItem(name, new SecretValue(value));
        }

        return outputs;
    }

    /// <summary>What the engine, not the SDK, takes from the parent.</summary>
    private RegisteredResource Inherit(RegisteredResource child)
    {
        if (child.Parent is null || !_byUrn.TryGetValue(child.Parent, out var index))
            return child;
        var parent = _resources[index].Options;
        if (parent.Protect is null && parent.RetainOnDelete is null && parent.DeletedWith is null)
            return child;
        var options = child.Options;
        return child with
        {
            Options = options with
            {
                Protect = options.Protect ?? parent.Protect,
                RetainOnDelete = options.RetainOnDelete ?? parent.RetainOnDelete,
                DeletedWith = options.DeletedWith ?? parent.DeletedWith,
            },
        };
    }

    private void RefuseDefaultProvider(string token, string who, string provider)
    {
        var package = token[..Math.Max(token.IndexOf(':', StringComparison.Ordinal), 0)];
        var disabled = options.DisabledDefaultProviders;
        if (provider.Length == 0 && package != "pulumi" && (disabled.Contains(package) || disabled.Contains("*")))
            throw new EngineException($"Default provider for '{package}' disabled. '{who}' must use an explicit provider.");
    }
}
