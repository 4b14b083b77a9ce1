using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>
/// What the program asked for, of inputs as the provider has completed them: without the provider's defaults, generated names and bookkeeping.
/// Sources: <c>__defaults</c> of pulumi/pulumi-terraform-bridge, pkg/tfbridge/schema.go; <c>__internal</c> and <c>version</c> of pulumi/pulumi,
/// pkg/resource/deploy/providers/registry.go; for Kubernetes see <see cref="KubernetesInputs"/>.
/// </summary>
internal static class ProgramInputs
{
    /// <summary>The names of the properties beside it that the provider set.</summary>
    private const string Defaults = "__defaults";

    private const string InternalPrefix = "__";

    public static ValueMap Of(CapturedState state, ResourceKind kind)
    {
        if (kind is ResourceKind.Component or ResourceKind.Stack)
        {
            // No provider has seen them.
            return state.Inputs;
        }

        var inputs = WithoutDefaults(state.Inputs);
        if (KubernetesInputs.IsKubernetes(state.Urn))
        {
            inputs = KubernetesInputs.Of(inputs, state);
        }

        return Given(inputs, state, kind);
    }

    /// <summary>
    /// The engine tracks the dependencies of each input that the program gives, so it knows their names. One that is given but isn't there any more
    /// was changed into something else by the provider.
    /// </summary>
    private static ValueMap Given(ValueMap inputs, CapturedState state, ResourceKind kind)
    {
        if (state.GivenInputs is { Count: > 0 } given)
        {
            return ValueMap.Create(given.Select(key => KeyValuePair.Create(key, inputs.TryGetValue(key, out var value) ? value : PlanValue.Unknown.Instance)));
        }

        return Only(inputs, key => !key.StartsWith(InternalPrefix, StringComparison.Ordinal) && !(kind == ResourceKind.Provider && key == ProviderPlugin.Version));
    }

    private static ValueMap WithoutDefaults(ValueMap properties)
    {
        var set = properties.TryGetValue(Defaults, out var defaults) && defaults is PlanValue.List { Items: var names }
            ? names.OfType<PlanValue.String>().Select(static name => name.Value).Append(Defaults).ToHashSet(StringComparer.Ordinal)
            : null;
        if (set is null && !properties.Values.Any(static value => value is PlanValue.Object or PlanValue.List))
        {
            return properties;
        }

        return ValueMap.Create(properties.Where(property => set is null || !set.Contains(property.Key)).Select(static property => KeyValuePair.Create(property.Key, WithoutDefaults(property.Value))));
    }

    private static PlanValue WithoutDefaults(PlanValue value) => value switch
    {
        PlanValue.Object { Properties: var properties } => new PlanValue.Object(WithoutDefaults(properties)),
        PlanValue.List { Items: var items } => new PlanValue.List([.. items.Select(WithoutDefaults)]),
        _ => value,
    };

    private static ValueMap Only(ValueMap properties, Func<string, bool> keeps) =>
        properties.Keys.All(keeps) ? properties : ValueMap.Create(properties.Where(property => keeps(property.Key)));
}
