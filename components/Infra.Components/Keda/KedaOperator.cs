using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Keda;

/// <summary>KEDA: scales workloads and starts Jobs by what waits in queues and by other events. One per cluster.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace     namespace that holds its pods to the security level restricted
/// NAME-role          optional: IAM role of the operator
/// NAME-policy        optional: what it may ask AWS
/// NAME-association   optional
/// NAME-release       Helm release, with the custom resource definitions
/// </code>
/// Who has something that KEDA shall read adds a policy to the role (<see cref="RoleName"/>), and waits for the component with its ScaledJob or
/// ScaledObject: in a teardown those go while the operator is still there to take their finalizers off.
/// </remarks>
public sealed class KedaOperator : ComponentResource
{
    /// <summary>Its namespace.</summary>
    public const string Namespace = KedaValues.Namespace;

    /// <summary>Name of the operator's IAM role; empty without one.</summary>
    [Output("roleName")]
    public Output<string> RoleName { get; }

    /// <summary>Declares namespace, role and release.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public KedaOperator(string name, KedaOperatorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.KedaOperator, name, args, options)
    {
        Check(name, args);
        var own = new K8s.Core.V1.Namespace($"{name}-namespace", new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs { Name = KedaValues.Namespace, Labels = ManagedBy.Owned.Add(PodSecurityLabels.Enforce, PodSecurityLabels.Restricted) },
        }, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        Resource[] before = [];
        RoleName = Output.Create("");
        if (args.ClusterName is { } cluster)
        {
            var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
            {
                Description = "KEDA's operator, through EKS Pod Identity",
                AssumeRolePolicy = cluster.Apply(eks => PolicyDocuments.AssumedByPods(eks, KedaValues.Namespace, KedaValues.ServiceAccount)),
            }, Children.Root(this, options));
            // A pod gets its credentials at its start only, so that the association comes before it.
            before =
            [
                new Eks.PodIdentityAssociation($"{name}-association", new Eks.PodIdentityAssociationArgs
                {
                    ClusterName = cluster,
                    Namespace = namespaceName,
                    ServiceAccount = KedaValues.ServiceAccount,
                    RoleArn = role.Arn,
                }, Children.Of(this)),
            ];
            if (KedaPolicy.For(args) is { } policy)
            {
                before = [.. before, new Iam.RolePolicy($"{name}-policy", new Iam.RolePolicyArgs { Role = role.Name, Policy = policy }, Children.Of(this))];
            }

            RoleName = role.Name;
        }

        _ = new Release($"{name}-release", HelmReleases.Of(Pins.Keda, namespaceName, KedaValues.For(args)), Children.Root(this, options, before));
        RegisterOutputs();
    }

    private void Check(string name, KedaOperatorArgs args)
    {
        var problems = new ConfigProblems();
        PodIdentity.Check(name, problems);
        if (args.ClusterName is null && (args.PrometheusWorkspaceArn is not null || args.QueueArns.Count > 0))
        {
            problems.Add(ConfigPath.Key(name, "clusterName"), "missing; without it KEDA has no identity in AWS, with which it could ask a workspace or a queue");
        }

        if (args.Replicas < 1)
        {
            problems.Add(ConfigPath.Key(name, "replicas"), $"{args.Replicas} is less than 1");
        }

        problems.ThrowAt(this, ComponentTypes.KedaOperator);
    }
}
