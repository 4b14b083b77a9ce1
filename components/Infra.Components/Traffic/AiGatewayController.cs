using Infra.Components.Helm;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Traffic;

/// <summary>Envoy AI Gateway: Envoy Gateway asks it to complete routes that lead to InferencePools. A cluster has one.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace that holds its pods to the security level restricted
/// NAME-crds      Helm release: its definitions, which it watches whether anybody uses them or not
/// NAME-release   Helm release: the controller, its webhook for proxies, and Envoy Gateway's right to read InferencePools
/// </code>
/// It comes after cert-manager, which makes the webhook's certificate, and after <see cref="EnvoyGatewayController"/>, whose definitions it watches; gateways come after it.
/// While it is away Envoy Gateway changes nothing, and proxies serve on with what they have.
/// </remarks>
public sealed class AiGatewayController : ComponentResource
{
    /// <summary>Its namespace, which the project's own guide has too.</summary>
    public const string Namespace = "envoy-ai-gateway-system";

    /// <summary>Declares it.</summary>
    public AiGatewayController(string name, AiGatewayControllerArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.AiGatewayController, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var definitions = new Release($"{name}-crds", HelmReleases.Of(Pins.AiGatewayCrds, namespaceName, []), Children.Root(this, options));
        _ = new Release($"{name}-release", HelmReleases.Of(Pins.AiGateway, namespaceName, AiGatewayValues.ToValues()), Children.Root(this, options, definitions));
        RegisterOutputs();
    }
}
