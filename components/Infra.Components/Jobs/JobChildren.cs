using Infra.Components.Identity;
using Infra.Components.Shared;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Iam = Pulumi.Aws.Iam;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Jobs;

/// <summary>What the pods of every job need before they start: an identity, and rules of what they may reach.</summary>
internal static class JobChildren
{
    /// <summary>Declares service account, network policy, and a role in AWS where the job has policies.</summary>
    /// <param name="parent">The component.</param>
    /// <param name="name">Its name.</param>
    /// <param name="job">The job.</param>
    /// <param name="access">What the pods may do in AWS.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="policy">Who talks with the pods. Default: nobody calls them.</param>
    /// <returns>What the Job has to wait for.</returns>
    public static Resource[] Create(
        ComponentResource parent, string name, JobSpec job, JobAccess access, ComponentResourceOptions? options, Net.NetworkPolicySpecArgs? policy = null)
    {
        var serviceAccount = new K8s.Core.V1.ServiceAccount($"{name}-service-account", new CoreV1.ServiceAccountArgs
        {
            Metadata = job.Metadata(),
            AutomountServiceAccountToken = false,
        }, Children.Of(parent));
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy($"{name}-network-policy", NetworkPolicy(job, access, policy ?? Alone(job)), Children.Of(parent));
        return access.Policies.IsEmpty ? [serviceAccount, networkPolicy] : [serviceAccount, networkPolicy, .. Identity(parent, name, job, access, options)];
    }

    private static IEnumerable<Resource> Identity(ComponentResource parent, string name, JobSpec job, JobAccess access, ComponentResourceOptions? options)
    {
        var (role, association) = PodIdentity.Declare(parent, name, new PodIdentityRoleArgs
        {
            ClusterName = access.ClusterName!,
            Namespace = job.Namespace,
            ServiceAccount = job.Job,
            Policy = access.Policies[0].Policy,
        }, options);
        yield return association;
        foreach (var (suffix, policy) in access.Policies.Skip(1))
        {
            yield return new Iam.RolePolicy($"{name}-{suffix}", new Iam.RolePolicyArgs { Role = role.Name, Policy = policy.ToOutput() }, Children.Of(parent));
        }
    }

    private static Net.NetworkPolicySpecArgs Alone(JobSpec job) => new()
    {
        PodSelector = new Meta.LabelSelectorArgs { MatchLabels = job.Selector },
        PolicyTypes = { "Ingress", "Egress" },
        Egress = { NetworkPeers.Dns(), NetworkPeers.Https() },
    };

    private static Net.NetworkPolicyArgs NetworkPolicy(JobSpec job, JobAccess access, Net.NetworkPolicySpecArgs policy)
    {
        // It calls models and the registry.
        policy.Egress.Add(new Net.NetworkPolicyEgressRuleArgs { To = [NetworkPeers.OwnNamespace(), .. job.Pod.CalledNamespaces.Select(NetworkPeers.Namespace)] });
        if (!access.Policies.IsEmpty)
        {
            policy.Egress.Add(NetworkPeers.PodIdentity());
        }

        return new Net.NetworkPolicyArgs { Metadata = job.Metadata(), Spec = policy };
    }
}
