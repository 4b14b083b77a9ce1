using Infra.Components.Helm;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Serving.KServe;

/// <summary>
/// KServe's controller and definitions, for models with the backend <c>kserve</c>, and the controller of language models, for those with the backend
/// <c>llmInferenceService</c>. Needs cert-manager.
/// </summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace that holds its pods to the security level restricted
/// NAME-crds      Helm release of the custom resource definitions
/// NAME-release   Helm release of the controller with its webhooks
/// NAME-llm-crds     optional: Helm release of the definitions for language models
/// NAME-llm-release  optional: Helm release of their controller, which takes its configuration from the other release
/// NAME-llm-base     optional: the base of all language models
/// </code>
/// Models have to wait for the component: its webhooks refuse nothing and change nothing before they answer, and at the end the controller takes
/// off the finalizers.
/// </remarks>
public sealed class KServeOperator : ComponentResource
{
    /// <summary>Its namespace, which the chart's own guide has too.</summary>
    public const string Namespace = "kserve";

    /// <summary>Declares the controller.</summary>
    public KServeOperator(string name, KServeOperatorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.KServeOperator, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var crds = new Release($"{name}-crds", HelmReleases.Of(Pins.KServeCrd, namespaceName, []), Children.Root(this, options));
        var release = new Release($"{name}-release", HelmReleases.Of(Pins.KServe, namespaceName, KServeValues.ToValues()), Children.Root(this, options, crds));
        if (args.LanguageModels)
        {
            var llmCrds = new Release($"{name}-llm-crds", HelmReleases.Of(Pins.KServeLlmCrd, namespaceName, []), Children.Root(this, options, crds));
            var llm = new Release($"{name}-llm-release", HelmReleases.Of(Pins.KServeLlm, namespaceName, KServeLlmValues.ToValues()), Children.Root(this, options, release, llmCrds));
            _ = new KServeLlmBase($"{name}-llm-base", Children.Root(this, options, llm));
        }

        RegisterOutputs();
    }
}
