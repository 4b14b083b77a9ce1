using System.Collections.Immutable;
using Infra.Components.Queues;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Tenants;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Tenants;

/// <summary>What a team has of a cluster that it shares with others: a namespace, with limits and rights.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace      at the security level restricted
/// NAME-quota          optional: ResourceQuota
/// NAME-limits         LimitRange: requests of containers that say none
/// NAME-default-deny   NetworkPolicy: nobody calls, and nothing is called, but for what another policy allows
/// NAME-own-work       NetworkPolicy: what the team's own pods may call, those that the stack didn't make
/// NAME-ROLE           Role, for viewer, developer and operator where somebody has it
/// NAME-ROLEs          RoleBinding of it
/// NAME-cluster-queue  optional: ClusterQueue of Kueue
/// NAME-local-queue    optional: LocalQueue, by the tenant's name
/// </code>
/// Models, jobs and clusters of Ray bring policies of their own beside the first. Pods have to wait for the component.
/// </remarks>
public sealed class TenantNamespace : ComponentResource
{
    /// <summary>Label that names the tenant, on everything that is made here.</summary>
    public const string TenantLabel = "gpu-inference/tenant";

    /// <summary>Name of the namespace; what takes it comes after the namespace. Pods come after the component: quota, limits and policies are there then.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; }

    /// <summary>Declares the tenant.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public TenantNamespace(string name, TenantNamespaceArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.TenantNamespace, name, args, options)
    {
        Check(name, args);
        var labels = Labels(args.Tenant);
        var metadata = new Meta.ObjectMetaArgs
        {
            Name = args.NamespaceName,
            Labels = labels.AddRange(PodSecurityLabels.OfModels).AddRange(args.Labels).ToDictionary(),
        };
        foreach (var annotation in args.Annotations)
        {
            metadata.Annotations.Add(annotation.Key, annotation.Value);
        }

        var own = new K8s.Core.V1.Namespace($"{name}-namespace", new CoreV1.NamespaceArgs { Metadata = metadata }, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        Meta.ObjectMetaArgs Metadata(string objectName) => new() { Name = objectName, Namespace = namespaceName, Labels = labels.ToDictionary() };
        TenantLimits.Create(this, name, args, Metadata);
        TenantPolicies.Create(this, name, args, Metadata);
        TenantRights.Create(this, name, args, Metadata);
        if (args.Queue is { } queue)
        {
            TenantQueues.Create(this, name, args, queue, Metadata, options);
        }

        Namespace = namespaceName;
        RegisterOutputs();
    }

    /// <summary>Labels of everything that is a tenant's.</summary>
    /// <param name="tenant">Name of the tenant.</param>
    internal static ImmutableDictionary<string, string> Labels(string tenant) => ManagedBy.Owned.Add(TenantLabel, tenant);

    private void Check(string name, TenantNamespaceArgs args)
    {
        var problems = new ConfigProblems();
        TenantNamespaceCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.TenantNamespace);
    }
}
