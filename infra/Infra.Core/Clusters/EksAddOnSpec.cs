using System.Collections.Immutable;
using Infra.Core.Footprints;
using Infra.Core.Versions;

namespace Infra.Core.Clusters;

/// <summary>What is known of an add-on that EKS manages.</summary>
public sealed record EksAddOnSpec
{
    /// <summary>Name in the EKS API, e.g. <c>vpc-cni</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// True if it has a Deployment, so that EKS calls it active only once there are nodes; what consists of daemon sets alone is active
    /// without any, and has to be there before the first node if pods need it to start.
    /// </summary>
    public required bool NeedsNodes { get; init; }

    /// <summary>Service accounts in <c>kube-system</c> whose pods call AWS; empty if none does.</summary>
    public ImmutableArray<string> ServiceAccounts { get; init; } = [];

    /// <summary>ARNs of the policies of AWS that these pods need.</summary>
    public ImmutableArray<string> PolicyArns { get; init; } = [];

    /// <summary>What these pods may do, as an IAM policy document (JSON); null if the policies of AWS say it all, or only the environment knows it.</summary>
    public string? Policy { get; init; }

    /// <summary>Configuration values as JSON; null for the add-on's own.</summary>
    public string? Configuration { get; init; }

    /// <summary>The pods that it makes.</summary>
    public required ImmutableArray<PodFootprint> Footprint { get; init; }

    /// <summary>Where all this was read.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// Version that is pinned, e.g. <c>v1.21.1-eksbuild.3</c>; null where none was read for the cluster's Kubernetes version. EKS then takes its
    /// default for it when it makes the add-on, and leaves it there.
    /// </summary>
    /// <param name="kubernetesVersion">Minor version of the cluster.</param>
    public string? Version(string kubernetesVersion) => AddOnPins.For(Name, kubernetesVersion)?.Version;
}
