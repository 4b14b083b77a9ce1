using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Cluster Autoscaler: grows and shrinks the managed node groups of an EKS cluster between their bounds.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role          IAM role of the pods: may scale the groups of this cluster only
/// NAME-policy
/// NAME-association
/// NAME-release       Helm release in kube-system, of the cluster's minor version
/// </code>
/// It finds node groups by the tags that EKS gives their Auto Scaling groups. What a node will offer while there is none it reads from the
/// node group itself: labels, taints, and the tags of <see cref="Core.Nodes.NodeTemplateTags"/>.
/// </remarks>
public sealed class ClusterAutoscaler : ComponentResource
{
    /// <summary>Namespace of the pods: every cluster has it.</summary>
    internal const string Namespace = "kube-system";

    /// <summary>ARN of the pods' IAM role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; }

    /// <summary>Declares role and release.</summary>
    /// <exception cref="ResourceException">There is no image for the cluster's version, or the arguments are wrong otherwise; the message lists every problem.</exception>
    public ClusterAutoscaler(string name, ClusterAutoscalerArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ClusterAutoscaler, name, args, options)
    {
        var problems = new ConfigProblems();
        var values = ClusterAutoscalerValues.For(name, args, problems);
        PodIdentity.Check(name, problems);
        problems.ThrowAt(this, ComponentTypes.ClusterAutoscaler);

        var identity = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
        {
            ClusterName = args.ClusterName,
            Namespace = Namespace,
            ServiceAccount = ClusterAutoscalerValues.ServiceAccount,
            Policy = ClusterAutoscalerPolicy.For(args.ClusterName, args.Region),
        }, options);
        _ = new Release(
            $"{name}-release",
            HelmReleases.Of(Pins.ClusterAutoscaler, Namespace, values.ToValues()),
            Children.Root(this, options, identity.Association));

        RoleArn = identity.Role.Arn;
        RegisterOutputs();
    }
}
