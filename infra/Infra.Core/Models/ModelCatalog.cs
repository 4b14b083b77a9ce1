using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Models;

/// <summary>The models that this project knows, with the sources of the facts.</summary>
public sealed class ModelCatalog
{
    private static readonly Lazy<ModelCatalog> Shipped = new(ModelCatalogReader.ReadEmbedded);

    private readonly Dictionary<string, ModelSpec> _byName;

    internal ModelCatalog(DateOnly asOf, ImmutableArray<FactSource> sources, ImmutableArray<ModelSpec> models)
    {
        AsOf = asOf;
        Sources = sources;
        All = models;
        _byName = models.ToDictionary(model => model.Name, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with this assembly, <c>Catalog/Data/models.json</c>; read at the first use.</summary>
    public static ModelCatalog Default => Shipped.Value;

    /// <summary>The day on which the facts were put together; sources have their own dates.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Every place where facts were read.</summary>
    public ImmutableArray<FactSource> Sources { get; }

    /// <summary>Every model, in ordinal order of the names.</summary>
    public ImmutableArray<ModelSpec> All { get; }

    /// <summary>Finds a model by its exact name.</summary>
    /// <param name="name">The name in the catalogue.</param>
    /// <param name="model">The model, or null where the result is false.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out ModelSpec? model) => _byName.TryGetValue(name, out model);

    /// <summary>The known model that was probably meant by an unknown name, or null.</summary>
    /// <param name="name">The name as written.</param>
    public string? Suggest(string name) => Suggestion.Nearest(name, _byName.Keys);
}
