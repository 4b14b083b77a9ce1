using System.Collections.Immutable;
using Infra.Core.Clusters;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Add-ons that EKS manages, by their names in EKS.</summary>
public sealed record AddOnsConfig
{
    /// <summary>
    /// Further add-ons, beside those that every cluster has: <c>aws-efs-csi-driver</c>, <c>aws-fsx-csi-driver</c>, <c>aws-mountpoint-s3-csi-driver</c>.
    /// </summary>
    public ImmutableArray<string> Further { get; init; } = [];

    /// <summary>Add-ons that somebody else looks after; the stack leaves them alone.</summary>
    public ImmutableArray<string> Foreign { get; init; } = [];

    /// <summary>
    /// Versions by add-on, in quotes. Default: those that the project pins for the cluster's Kubernetes version; where it pins none, a preview says so, and
    /// EKS takes its own when the add-on is made, which stays then. <c>aws eks describe-addon-versions</c> tells what there is.
    /// </summary>
    [Matches("v[0-9]+[.][0-9]+[.][0-9]+-eksbuild[.][0-9]+", "a version of an add-on, such as v1.21.1-eksbuild.3")]
    public ImmutableSortedDictionary<string, string> Versions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>ARNs of existing IAM roles by add-on. Default: each add-on that calls AWS has a role of its own.</summary>
    [Matches(Arns.Role, Arns.RoleAllowed)]
    public ImmutableSortedDictionary<string, string> RoleArns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The add-ons that the stack makes, in the order in which it does.</summary>
    internal IEnumerable<EksAddOnSpec> Managed() =>
        EksAddOns.All.Where(addOn => EksAddOns.Base.Contains(addOn) ? !Foreign.Contains(addOn.Name) : Further.Contains(addOn.Name));
}
