using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Infra.Core.Configuration;

namespace Infra.Core.Catalog;

/// <summary>The EC2 instance types that this project knows, with the sources of the facts.</summary>
public sealed class InstanceCatalog
{
    private static readonly Lazy<InstanceCatalog> Shipped = new(InstanceCatalogReader.ReadEmbedded);

    private readonly Dictionary<string, InstanceType> _byName;

    internal InstanceCatalog(FactSources sources, ImmutableArray<AcceleratorModel> models, ImmutableArray<InstanceType> types)
    {
        AsOf = sources.AsOf;
        Sources = [.. sources.All];
        Facts = sources.Groups;
        Models = models;
        All = types;
        _byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with this assembly, <c>Catalog/Data</c>; read at the first use.</summary>
    public static InstanceCatalog Default => Shipped.Value;

    /// <summary>The day on which the facts were put together; each source has its own date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Every type, in ordinal order of the names.</summary>
    public ImmutableArray<InstanceType> All { get; }

    /// <summary>Every model of GPU and Neuron device that a type has.</summary>
    public ImmutableArray<AcceleratorModel> Models { get; }

    /// <summary>Every place where facts or prices were read.</summary>
    public ImmutableArray<FactSource> Sources { get; }

    /// <summary>The sources of each kind of fact.</summary>
    public ImmutableArray<FactGroup> Facts { get; }

    /// <summary>Finds a type by its exact name.</summary>
    /// <param name="name">The name in the EC2 API.</param>
    /// <param name="type">The type, or null where the result is false.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out InstanceType? type) => _byName.TryGetValue(name, out type);

    /// <summary>The known type that was probably meant by an unknown name, or null.</summary>
    /// <param name="name">The name as written.</param>
    public string? Suggest(string name) => Suggestion.Nearest(name, _byName.Keys);
}
