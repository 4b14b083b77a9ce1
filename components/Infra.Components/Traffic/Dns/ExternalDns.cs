using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Traffic.Dns;

/// <summary>ExternalDNS: records of the hosts of Ingresses and routes in one hosted zone of Route 53.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace     namespace that holds its pods to the security level restricted
/// NAME-role          IAM role of the pods: may change this zone only
/// NAME-policy
/// NAME-association
/// NAME-release       Helm release
/// </code>
/// It takes a record away once its Ingress or route is gone. A teardown that takes ExternalDNS away within the same seconds may leave one behind, with a TXT
/// record beside it that names the cluster.
/// </remarks>
public sealed class ExternalDns : ComponentResource
{
    /// <summary>Its namespace.</summary>
    public const string Namespace = "external-dns";

    /// <summary>Declares role and release.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ExternalDns(string name, ExternalDnsArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ExternalDns, name, args, options)
    {
        var problems = new ConfigProblems();
        PodIdentity.Check(name, problems);
        if (args.Sources.Count == 0)
        {
            problems.Add($"{name}.sources", "there is none; name at least one kind of object");
        }

        problems.ThrowAt(this, ComponentTypes.ExternalDns);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var identity = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
        {
            ClusterName = args.ClusterName,
            Namespace = namespaceName,
            ServiceAccount = ExternalDnsValues.ServiceAccount,
            Policy = ExternalDnsPolicy.For(args.HostedZoneId, args.Domain),
        }, options);
        _ = new Release(
            $"{name}-release", HelmReleases.Of(Pins.ExternalDns, namespaceName, ExternalDnsValues.For(args)), Children.Root(this, options, identity.Association));
        RegisterOutputs();
    }
}
