using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Clusters;

/// <summary>Configuration values of the add-on <c>vpc-cni</c> (aws/amazon-vpc-cni-k8s at b52188387, charts/aws-vpc-cni, README).</summary>
public static class VpcCniConfiguration
{
    private const string Yes = "true";

    /// <summary>The values as JSON. Network policies are enforced in any case; they are ignored otherwise.</summary>
    /// <param name="prefixes">Whether pods get their addresses out of /28 prefixes, so that small nodes aren't full at a handful of pods.</param>
    /// <param name="region">AWS region of the subnets.</param>
    /// <param name="podSubnets">
    /// The pods' own subnet by zone; empty if they live in the nodes'. The add-on makes an ENIConfig of each, named after its zone, by which nodes find it.
    /// It names no security groups: pods then have those of their node's first interface.
    /// </param>
    public static string Of(bool prefixes, string region, ImmutableSortedDictionary<string, string> podSubnets)
    {
        ArgumentNullException.ThrowIfNull(podSubnets);
        var environment = new JObject();
        if (prefixes)
        {
            environment["ENABLE_PREFIX_DELEGATION"] = Yes;
            environment["WARM_PREFIX_TARGET"] = "1";
        }

        var values = new JObject { ["enableNetworkPolicy"] = Yes };
        if (!podSubnets.IsEmpty)
        {
            environment["AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG"] = Yes;
            environment["ENI_CONFIG_LABEL_DEF"] = "topology.kubernetes.io/zone";
            values["eniConfig"] = new JObject
            {
                ["create"] = true,
                ["region"] = region,
                ["subnets"] = new JObject(podSubnets.Select(subnet => new JProperty(subnet.Key, new JObject { ["id"] = subnet.Value }))),
            };
        }

        if (environment.HasValues)
        {
            values["env"] = environment;
        }

        return values.ToString(Formatting.None);
    }
}
