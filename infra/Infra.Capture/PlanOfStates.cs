using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>Turns the resources of a document into a plan: what the program registered, each after its parent.</summary>
internal static class PlanOfStates
{
    /// <param name="states">No URN twice.</param>
    public static Plan Of(IReadOnlyCollection<CapturedState> states)
    {
        var providers = states
            .Where(static state => state.Urn.Type.StartsWith(WellKnownTypes.ProviderPrefix, StringComparison.Ordinal))
            .ToDictionary(static state => state.Urn, static state => ProviderPlugin.OptionsOf(state.Inputs, state.Options));
        var resources = states
            .Where(static state => !state.IsView && !ProviderPlugin.IsDefault(state.Urn, state.Parent))
            .Select(state => Resource(state, providers))
            .ToList();
        var one = states.FirstOrDefault()?.Urn;
        return new Plan { Project = one?.Project ?? "", Stack = one?.Stack ?? "", Resources = [.. ParentsFirst(resources)] };
    }

    private static PlannedResource Resource(CapturedState state, Dictionary<Urn, PlannedOptions> providers)
    {
        // The engine stands in for a provider of its own resources.
        var isBuiltIn = state.Urn.Type.StartsWith(WellKnownTypes.BuiltInPrefix, StringComparison.Ordinal);
        var provider = state.Provider is { Length: > 0 } reference && !isBuiltIn ? ProviderPlugin.OfReference(reference) : null;
        var resource = new PlannedResource { Urn = state.Urn, Parent = state.Parent, Provider = provider, Dependencies = state.Dependencies };
        return resource with
        {
            ReadId = state.IsExternal ? state.Id ?? "" : null,
            Inputs = ProgramInputs.Of(state, resource.Kind),
            Options = Options(state, resource, providers),
            Outputs = state.Outputs,
        };
    }

    /// <summary>The plugin's version is kept with the provider alone.</summary>
    private static PlannedOptions Options(CapturedState state, PlannedResource resource, Dictionary<Urn, PlannedOptions> providers)
    {
        if (resource.Kind == ResourceKind.Provider)
        {
            return providers[resource.Urn];
        }

        if (resource.Provider is not { } urn)
        {
            return state.Options;
        }

        var provider = providers.GetValueOrDefault(urn, PlannedOptions.None);
        return state.Options with { Version = provider.Version ?? ProviderPlugin.VersionOf(urn), PluginDownloadUrl = provider.PluginDownloadUrl };
    }

    /// <summary>A refresh looks at resources in any order. What has no parent in the document stays in its place.</summary>
    private static IEnumerable<PlannedResource> ParentsFirst(List<PlannedResource> resources)
    {
        var waiting = resources.ToDictionary(static resource => resource.Urn);
        var chain = new Stack<PlannedResource>();
        foreach (var resource in resources)
        {
            for (var next = resource; next is not null && waiting.Remove(next.Urn); next = next.Parent is { } parent ? waiting.GetValueOrDefault(parent) : null)
            {
                chain.Push(next);
            }

            while (chain.TryPop(out var ready))
            {
                yield return ready;
            }
        }
    }
}
