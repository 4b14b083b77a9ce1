using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Rules;
using Pulumi;

namespace Infra.Stacks;

/// <summary>
/// Takes over resources that exist: gives the ids of the configuration to the resources that have these names. A name says nothing about its kind, so
/// each must belong to one resource.
/// </summary>
internal sealed class Adoption(ImmutableSortedDictionary<string, string> ids)
{
    private readonly Dictionary<string, List<string>> _adopters = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Sets the id on the options of a resource that is to be adopted.</summary>
    public ResourceTransformationResult? Transform(ResourceTransformationArgs args)
    {
        if (args.Resource is not CustomResource || args.Resource is ProviderResource || args.Options is not CustomResourceOptions options)
        {
            return null;
        }

        var name = args.Resource.GetResourceName();
        _ = _names.Add(name);
        if (!ids.TryGetValue(name, out var id))
        {
            return null;
        }

        if (!_adopters.TryGetValue(name, out var types))
        {
            _adopters[name] = types = [];
        }

        types.Add(args.Resource.GetResourceType());
        options.ImportId = id;
        return new ResourceTransformationResult(args.Args, options);
    }

    /// <summary>Adds a problem for each name that belongs to no resource, or to several.</summary>
    public void Check(ConfigProblems problems)
    {
        foreach (var name in ids.Keys)
        {
            var path = ConfigPath.Key(PlatformRules.Key("adopt"), name);
            var types = _adopters.GetValueOrDefault(name) ?? [];
            if (types.Count == 0)
            {
                var hint = Suggestion.Nearest(name, [.. _names]) is { } nearest ? $"did you mean '{nearest}'? " : "";
                problems.Add(path, $"no resource has this name; {hint}a preview shows all names");
            }
            else if (types.Count > 1)
            {
                problems.Add(path, $"{types.Count} resources have this name ({string.Join(", ", types)}); only one can have the id");
            }
        }
    }
}
