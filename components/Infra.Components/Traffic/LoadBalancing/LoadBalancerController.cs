using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary>AWS Load Balancer Controller: load balancers of Ingresses and Services in an EKS cluster. EKS Auto Mode brings its own.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role          IAM role of the pods
/// NAME-policy
/// NAME-association
/// NAME-release       Helm release in kube-system, with the definitions and webhooks
/// </code>
/// What has a load balancer has to wait for the component: its webhooks refuse nothing before they answer, and at the end it takes the load balancers away
/// and the finalizers off.
/// </remarks>
public sealed class LoadBalancerController : ComponentResource
{
    /// <summary>Namespace of the pods: the webhooks' exceptions are for it.</summary>
    public const string Namespace = "kube-system";

    /// <summary>Service account of the pods.</summary>
    public const string ServiceAccount = "aws-load-balancer-controller";

    /// <summary>Class of the Services that it makes Network Load Balancers for.</summary>
    public const string NetworkLoadBalancerClass = "service.k8s.aws/nlb";

    /// <summary>Declares role and release.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public LoadBalancerController(string name, LoadBalancerControllerArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.LoadBalancerController, name, args, options)
    {
        var problems = new ConfigProblems();
        PodIdentity.Check(name, problems);
        if (args.Replicas < 1)
        {
            problems.Add($"{name}.replicas", $"{args.Replicas} is less than 1");
        }

        problems.ThrowAt(this, ComponentTypes.LoadBalancerController);
        var identity = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
        {
            ClusterName = args.ClusterName,
            Namespace = Namespace,
            ServiceAccount = ServiceAccount,
            Policy = args.ClusterName.Apply(cluster => LoadBalancerPolicy.For(cluster, args.Region, args.AccountId, args.Wafv2)),
        }, options);
        _ = new Release(
            $"{name}-release",
            HelmReleases.Of(Pins.LoadBalancerController, Namespace, LoadBalancerValues.For(args)),
            Children.Root(this, options, identity.Association));
        RegisterOutputs();
    }
}
