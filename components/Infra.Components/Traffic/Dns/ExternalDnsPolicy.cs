using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Traffic.Dns;

/// <summary>What ExternalDNS may do: change records of one hosted zone, below one domain (its tutorial for AWS, v0.21.0; Route 53, "Using IAM policy conditions for fine-grained access control").</summary>
internal static class ExternalDnsPolicy
{
    /// <summary>The policy.</summary>
    public static string For(string hostedZoneId, string domain)
    {
        var zone = $"arn:aws:route53:::hostedzone/{hostedZoneId}";
        return PolicyDocuments.Of(
            new JObject
            {
                ["Sid"] = "ChangeRecords",
                ["Effect"] = "Allow",
                ["Action"] = "route53:ChangeResourceRecordSets",
                ["Resource"] = zone,
                ["Condition"] = new JObject
                {
                    ["ForAllValues:StringLike"] = new JObject
                    {
                        ["route53:ChangeResourceRecordSetsNormalizedRecordNames"] = new JArray(domain, $"*.{domain}"),
                        ["route53:ChangeResourceRecordSetsRecordTypes"] = new JArray("A", "AAAA", "CNAME", "TXT"),
                    },
                },
            },
            new JObject { ["Sid"] = "ReadRecords", ["Effect"] = "Allow", ["Action"] = "route53:ListResourceRecordSets", ["Resource"] = zone },
            // Route 53 has no finer one: it lists all zones, of which a filter leaves one.
            new JObject { ["Sid"] = "FindZone", ["Effect"] = "Allow", ["Action"] = "route53:ListHostedZones", ["Resource"] = "*" });
    }
}
