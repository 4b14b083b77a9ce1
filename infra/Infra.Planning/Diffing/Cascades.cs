using Infra.Planning.Diffing.Facts;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>What the replacement of a resource does to others. Resources are told of in the order of the plan, in which Pulumi's engine decides too.</summary>
internal sealed class Cascades(Plan before, Plan after, ResourcePairs pairs)
{
    /// <summary>What a reason names where the provider is it.</summary>
    public const string ByProvider = "provider";

    private readonly Dictionary<Urn, PlannedResource> _providersBefore = Providers(before);
    private readonly Dictionary<Urn, PlannedResource> _providers = Providers(after);
    private readonly Dictionary<Urn, PropertyEffect> _providerEffects = [];
    private readonly HashSet<Urn> _replaced = [];
    private readonly HashSet<Urn> _maybeElsewhere = [];

    /// <summary>Tells of what has been decided about a resource.</summary>
    public void Tell(ResourceChange change)
    {
        if (change.Kind == ChangeKind.Replace)
        {
            _replaced.Add(change.Urn);
        }
        else if (change is { Kind: ChangeKind.UpdateOrReplace, Resource.Kind: ResourceKind.Provider })
        {
            _maybeElsewhere.Add(change.Urn);
        }
    }

    public ValueMap? ProviderInputs(PlannedResource resource) =>
        resource.Provider is { } urn && _providers.TryGetValue(urn, out var provider) ? provider.Inputs : null;

    /// <summary>Whether a resource that is replaced, or a provider that may be, has anything to do with this one.</summary>
    public bool Touch(PlannedResource resource) =>
        (resource.Provider is { } provider && (_replaced.Contains(provider) || _maybeElsewhere.Contains(provider)))
        || (_replaced.Count > 0 && ((resource.Options.DeletedWith is { } owner && _replaced.Contains(owner))
            || resource.Options.ReplaceWith.Any(_replaced.Contains)
            || resource.Dependencies.Any(_replaced.Contains)));

    /// <summary>Why a resource is replaced, or may be, whatever its own inputs say.</summary>
    public IEnumerable<Verdict> Of(PlannedResource before, PlannedResource after, ReplacementTable table)
    {
        if (before.Kind != after.Kind || before.ReadId is null != after.ReadId is null)
        {
            yield return Replaced(after.Name, "who manages it is another one than before");
        }
        foreach (var other in after.Options.ReplaceWith.Where(_replaced.Contains))
        {
            yield return Replaced("options.replaceWith", $"{other.Name} is replaced");
        }
        if (after.Options.DeletedWith is { } owner && _replaced.Contains(owner))
        {
            yield return Replaced("options.deletedWith", $"{owner.Name} is replaced");
        }
        if (Provider(before, after) is { } byProvider)
        {
            yield return byProvider;
        }
        foreach (var verdict in Unknowns(after, table))
        {
            yield return verdict;
        }
    }

    private Verdict? Provider(PlannedResource before, PlannedResource after)
    {
        if (after.Provider is not { } provider || before.Provider is null)
        {
            return null;
        }
        if (_replaced.Contains(provider))
        {
            return Replaced(ByProvider, $"{provider.Name} is replaced, and with it everything that it manages");
        }
        if (_maybeElsewhere.Contains(provider))
        {
            return new Verdict(PropertyEffect.Unknown, new Reason(ByProvider, $"{provider.Name} may lead elsewhere now, where this isn't yet"));
        }
        if (pairs.IsSame(before.Provider, provider) || !_providersBefore.TryGetValue(before.Provider, out var old) || !_providers.TryGetValue(provider, out var asked))
        {
            return null;
        }
        // Another provider is no other place, as long as it leads to the same one.
        if (!_providerEffects.TryGetValue(provider, out var effect))
        {
            var facts = ReplacementTable.For(old, asked, null);
            effect = ValueComparison.Of(old.Inputs, asked.Inputs).Select(change => facts.Of(change).Effect).Append(PropertyEffect.None).Max();
            _providerEffects[provider] = effect;
        }
        return effect > PropertyEffect.Update ? new Verdict(effect, new Reason(ByProvider, $"{provider.Name} takes the place of {before.Provider.Name}, with other settings")) : null;
    }

    /// <summary>
    /// What isn't known yet comes from what the resource depends on; if that is replaced, it may be another value. A plan doesn't tell which value comes
    /// from where, and resources wait for others that give them nothing: so only where all are replaced, or one that the property is called after.
    /// </summary>
    private IEnumerable<Verdict> Unknowns(PlannedResource resource, ReplacementTable table)
    {
        var sources = resource.Dependencies.Where(_replaced.Contains).ToList();
        if (sources.Count == 0)
        {
            yield break;
        }
        foreach (var path in UnknownPaths.Of(resource.Inputs).Where(table.Replaces))
        {
            var source = sources.Count == resource.Dependencies.Count ? sources[0] : sources.FirstOrDefault(urn => IsCalledAfter(path, urn));
            if (source is not null)
            {
                yield return new Verdict(PropertyEffect.Unknown, new Reason(path.Shown, $"isn't known yet and may come from {source.Name}, which is replaced; another value replaces this resource too", table.Source));
            }
        }
    }

    // subnetIds after a Subnet, kmsKeyId after a Key.
    private static bool IsCalledAfter(PropertyPath path, Urn urn) =>
        path.Steps.LastOrDefault(static step => step.Key is not null)?.Key is { } key && key.Contains(urn.Type[(urn.Type.LastIndexOf(':') + 1)..], StringComparison.OrdinalIgnoreCase);

    private static Verdict Replaced(string what, string why) => new(PropertyEffect.Replace, new Reason(what, why));

    private static Dictionary<Urn, PlannedResource> Providers(Plan plan) => plan.Resources.Where(static r => r.Kind == ResourceKind.Provider).ToDictionary(static r => r.Urn);
}
