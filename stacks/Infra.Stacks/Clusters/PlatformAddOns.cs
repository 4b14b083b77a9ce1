using Infra.Components.Clusters;
using Infra.Core.Clusters;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Add-ons as the configuration wants them.</summary>
internal static class PlatformAddOns
{
    /// <summary>Declares an add-on, and warns where its version floats.</summary>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="spec">What is known of the add-on.</param>
    /// <param name="eks">Versions and roles.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="policy">What its pods may do, where only the environment knows; else the add-on's own.</param>
    /// <param name="configuration">Configuration values, where only the environment knows; else the add-on's own.</param>
    public static EksAddOn Create(
        Input<string> cluster, EksAddOnSpec spec, EksConfig eks, ComponentResourceOptions options, Input<string>? policy = null, Input<string>? configuration = null)
    {
        var version = eks.AddOns.Versions.GetValueOrDefault(spec.Name) ?? spec.Version(eks.Version);
        var role = eks.AddOns.RoleArns.GetValueOrDefault(spec.Name);
        policy ??= spec.Policy is { } own ? (Input<string>)own : null;
        // A role that may do nothing is of no use.
        var needsRole = role is not null || policy is not null || !spec.PolicyArns.IsEmpty;
        var addOn = new EksAddOn(spec.Name, new EksAddOnArgs
        {
            ClusterName = cluster,
            AddOn = spec.Name,
            Version = version,
            Configuration = configuration ?? (spec.Configuration is { } values ? (Input<string>)values : null),
            ServiceAccounts = needsRole ? [.. spec.ServiceAccounts] : [],
            PolicyArns = role is null ? [.. spec.PolicyArns] : [],
            Policy = role is not null ? null : policy,
            RoleArn = role is null ? null : (Input<string>)role,
        }, options);
        if (version is null)
        {
            Log.Warn(
                $"the version of {spec.Name} is unknown here: none is pinned for Kubernetes {eks.Version}, and EKS takes its default; "
                + $"name one as cluster.eks.addOns.versions.{spec.Name} (aws eks describe-addon-versions --kubernetes-version {eks.Version} --addon-name {spec.Name} tells them)",
                addOn);
        }

        return addOn;
    }
}
