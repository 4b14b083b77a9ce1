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
    public static EksAddOn Create(Input<string> cluster, EksAddOnSpec spec, EksConfig eks, ComponentResourceOptions options, Input<string>? policy = null)
    {
        var version = eks.AddOns.Versions.GetValueOrDefault(spec.Name) ?? spec.Version(eks.Version);
        var role = eks.AddOns.RoleArns.GetValueOrDefault(spec.Name);
        var addOn = new EksAddOn(spec.Name, new EksAddOnArgs
        {
            ClusterName = cluster,
            AddOn = spec.Name,
            Version = version,
            Configuration = spec.Configuration,
            ServiceAccounts = [.. spec.ServiceAccounts],
            PolicyArns = role is null ? [.. spec.PolicyArns] : [],
            Policy = role is not null ? null : policy ?? (spec.Policy is { } own ? (Input<string>)own : null),
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
