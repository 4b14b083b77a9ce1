using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;
    private List<Resource>? _children;
    private int _descendants;
    private Tuple<int, IReadOnlyCollection<Resource>>? _closure;

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false)
    {
        if (string.IsNullOrEmpty(type))
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));

        _type = type;
        _name = name;
        var deployment = Deployment.Current;
        State = new ResourceState(this);
        InitializeOutputs(custom || remote || options.Urn is not null);

        ParentOrStack = type == Stack.StackType
            ? null
            : options.Parent ?? (options.Urn is not null ? null : deployment.Stack);
        _transformations = [.. options.ResourceTransformationsOrNull ?? [], .. ParentOrStack?._transformations ?? []];
        foreach (var transformation in _transformations)
            Transform(transformation, ref args, ref options);

        options = options.Clone();
        var component = options as ComponentResourceOptions;
        if (options.Provider is not null && component?.ProvidersOrNull is { Count: > 0 })
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);

        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            options.Protect ??= parent._protect;
            _providers = parent._providers;
        }

        if (custom)
            _providers = ResolveProvider(options, _providers);
        else if (options.Provider is not null)
            _providers = _providers.SetItem(options.Provider.Package, options.Provider);
        else if (component?.ProvidersOrNull is { } providers)
            _providers = providers.Aggregate(_providers, (map, provider) => map.SetItem(provider.Package, provider));

        _protect = options.Protect;
        Provider = custom ? options.Provider : null;
        Version = options.Version;
        PluginDownloadUrl = options.PluginDownloadURL;
        deployment.Registrar.ReadOrRegister(this, remote, args, options);
    }

    /// <summary>A resource that stands for one registered elsewhere; nothing is registered.</summary>
    private protected Resource(string type, string name)
    {
        _type = type;
        _name = name;
        _protect = false;
        State = new ResourceState(this);
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ResourceState State { get; }

    internal ProviderResource? Provider { get; }

    internal string? Version { get; }

    internal string? PluginDownloadUrl { get; }

    /// <summary>There once the resource is registered, which its children wait for.</summary>
    internal ImmutableArray<string> AliasUrns { get; set; } = [];

    /// <summary>The parent, the stack where none was given; null for the stack itself.</summary>
    internal Resource? ParentOrStack { get; }

    // Methods, not properties, so that they can't collide with [Output] properties of subclasses.
    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    internal ImmutableArray<Resource> Children()
    {
        if (_children is not { } children)
            return [];
        lock (children)
            return [.. children];
    }

    /// <summary>What a dependency on this resource means, remembered until something is added below it.</summary>
    internal IReadOnlyCollection<Resource> Closure()
    {
        if (this is not ComponentResource component)
            return [this];
        var descendants = Volatile.Read(ref _descendants);
        if (Volatile.Read(ref _closure) is { } known && known.Item1 == descendants)
            return known.Item2;
        var closure = DependencyClosure.Below(component);
        Volatile.Write(ref _closure, new(descendants, closure));
        return closure;
    }

    internal ProviderResource? GetProvider(string token) => GetProvider(_providers, token);

    private static ProviderResource? GetProvider(ImmutableDictionary<string, ProviderResource> providers, string token)
        => PackageOf(token) is { } package ? providers.GetValueOrDefault(package) : null;

    /// <summary>The package of a `package:module:member` token; other forms belong to none.</summary>
    private static string? PackageOf(string token)
    {
        var first = token.IndexOf(':', StringComparison.Ordinal);
        var last = token.LastIndexOf(':');
        return first >= 0 && first != last && token.IndexOf(':', first + 1) == last ? token[..first] : null;
    }

    private void InitializeOutputs(bool all)
    {
        Urn = new Output<string>(new ResourceOutput<string>(State, ResourceOutputKind.Urn, "urn"));
        if (this is CustomResource custom)
            custom.InitializeId();
        if (!all)
            return;
        foreach (var property in OutputPlan.For(GetType()).Properties)
            property.Initialize(this, State);
    }

    private void Transform(ResourceTransformation transformation, ref ResourceArgs args, ref ResourceOptions options)
    {
        if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            return;
        if (result.Options.Parent != options.Parent)
            throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
        args = result.Args;
        options = result.Options;
    }

    /// <summary>A custom resource takes the parent's provider of its package; one given explicitly also serves its children.</summary>
    private ImmutableDictionary<string, ProviderResource> ResolveProvider(ResourceOptions options, ImmutableDictionary<string, ProviderResource> inherited)
    {
        if (options.Provider is null)
        {
            options.Provider = options.Parent?.GetProvider(_type);
            return inherited;
        }

        return PackageOf(_type) is { } package ? inherited.SetItem(package, options.Provider) : inherited;
    }

    private void AddChild(Resource child)
    {
        var children = _children ?? Interlocked.CompareExchange(ref _children, [], null) ?? _children;
        lock (children)
            children.Add(child);
        for (var ancestor = this; ancestor is not null; ancestor = ancestor.ParentOrStack)
            Interlocked.Increment(ref ancestor._descendants);
    }
}
