using Infra.Components.Clusters;
using Infra.Core.Clusters;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Add-ons as the configuration wants them.</summary>
internal static class PlatformAddOns
{
    /// <summary>The inputs of an add-on.</summary>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="spec">What is known of the add-on.</param>
    /// <param name="config">Versions and roles.</param>
    /// <param name="policy">What its pods may do, where only the environment knows; else the add-on's own.</param>
    /// <param name="configuration">Configuration values, where only the environment knows; else the add-on's own.</param>
    public static EksAddOnArgs Args(
        Input<string> cluster, EksAddOnSpec spec, AddOnsConfig config, Input<string>? policy = null, Input<string>? configuration = null)
    {
        var role = config.RoleArns.GetValueOrDefault(spec.Name);
        return new EksAddOnArgs
        {
            ClusterName = cluster,
            AddOn = spec.Name,
            Version = config.Versions.GetValueOrDefault(spec.Name) ?? spec.Version,
            Configuration = configuration ?? (spec.Configuration is { } values ? (Input<string>)values : null),
            ServiceAccounts = [.. spec.ServiceAccounts],
            PolicyArns = role is null ? [.. spec.PolicyArns] : [],
            Policy = role is not null ? null : policy ?? (spec.Policy is { } own ? (Input<string>)own : null),
            RoleArn = role is null ? null : (Input<string>)role,
        };
    }
}
