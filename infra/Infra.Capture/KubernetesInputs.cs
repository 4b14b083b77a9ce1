using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>
/// What the Kubernetes provider adds to the inputs of an object. Sources: pulumi/pulumi-kubernetes, provider/pkg/metadata/annotations.go and naming.go
/// (generated names are annotated); that a secret's text becomes data is seen in previews of it.
/// </summary>
internal static class KubernetesInputs
{
    private const string Package = "kubernetes:";
    private const string SecretType = "kubernetes:core/v1:Secret";
    private const string AutoNamed = "pulumi.com/autonamed";
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    public static bool IsKubernetes(Urn urn) => urn.Type.StartsWith(Package, StringComparison.Ordinal);

    public static ValueMap Of(ValueMap inputs, CapturedState state)
    {
        if (inputs.TryGetValue("metadata", out var value) && value is PlanValue.Object { Properties: var metadata })
        {
            inputs = With(inputs, "metadata", Metadata(metadata));
        }

        return state.Urn.Type == SecretType ? SecretText(inputs, state.GivenInputs ?? []) : inputs;
    }

    private static ValueMap Metadata(ValueMap metadata)
    {
        if (!metadata.TryGetValue("annotations", out var value) || value is not PlanValue.Object { Properties: var annotations })
        {
            return metadata;
        }

        var isNamed = annotations.TryGetValue(AutoNamed, out var named) && named is PlanValue.String { Value: "true" };
        var own = ValueMap.Create(annotations.Where(static annotation => annotation.Key is not (AutoNamed or LastApplied)));
        if (own.Count == annotations.Count)
        {
            return metadata;
        }

        var rest = With(metadata, "annotations", own);
        return isNamed ? ValueMap.Create(rest.Where(static property => property.Key != "name")) : rest;
    }

    /// <summary>The provider moves <c>stringData</c> into <c>data</c>.</summary>
    private static ValueMap SecretText(ValueMap inputs, ValueList<string> given)
    {
        if (!given.Contains("stringData") || inputs.ContainsKey("stringData") || !inputs.TryGetValue("data", out var data))
        {
            return inputs;
        }

        // What data holds is base64, and part of it may come from the other: nothing is known but that it is secret.
        var text = data is PlanValue.Secret ? data : PlanValue.Unknown.Instance;
        return ValueMap.Create(inputs.Where(static input => input.Key != "data").Append(new("stringData", text))
            .Concat(given.Contains("data") ? [new("data", text)] : []));
    }

    /// <summary>An object of which nothing is left wasn't there.</summary>
    private static ValueMap With(ValueMap map, string key, ValueMap properties) => ValueMap.Create(properties.Count == 0
        ? map.Where(property => property.Key != key)
        : map.Select(property => property.Key == key ? new(key, new PlanValue.Object(properties)) : property));
}
