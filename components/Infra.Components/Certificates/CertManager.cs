using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Certificates;

/// <summary>cert-manager: certificates of webhooks, for charts that can't make their own. A cluster has one.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace that holds its pods to the security level restricted
/// NAME-release   Helm release: controller, webhook, CA injector and their definitions; waits until the webhook answers
/// </code>
/// Who uses certificates has to wait for the component: its webhook refuses them before, and at the end nobody would revoke them.
/// </remarks>
public sealed class CertManager : ComponentResource
{
    /// <summary>Its namespace, which the chart's own guide has too.</summary>
    public const string Namespace = "cert-manager";

    /// <summary>Declares it.</summary>
    public CertManager(string name, CertManagerArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.CertManager, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        RestrictedRelease.Create(this, name, Pins.CertManager, Namespace, CertManagerValues.For(args), options);
        RegisterOutputs();
    }
}
