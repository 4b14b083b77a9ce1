using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary>
/// What AWS Load Balancer Controller may do: the policy of its documentation (v3.5.0, docs/install/iam_policy.json), without what this project doesn't use (Cognito,
/// Shield, WAF Classic, Outposts, Local Zones' address pools, certificates that are searched for), and held to region, account, and what bears the cluster's name.
/// </summary>
/// <remarks>
/// What stays for all resources, and why (Service Authorization Reference, EC2, Elastic Load Balancing V2, WAF V2): <c>Describe…</c> and <c>Get…</c> of EC2 and
/// Elastic Load Balancing know no resources; a web ACL is one that others made. Rules of security groups are for those of the nodes, which don't bear the
/// controller's tag; EKS makes them.
/// </remarks>
internal static class LoadBalancerPolicy
{
    private const string Tag = "elbv2.k8s.aws/cluster";

    /// <summary>The policy.</summary>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="region">Its region.</param>
    /// <param name="account">Its account.</param>
    /// <param name="wafv2">Whether it may put web ACLs in front of load balancers.</param>
    public static string For(string cluster, string region, string account, bool wafv2)
    {
        var groups = $"arn:aws:ec2:{region}:{account}:security-group/*";
        string Elb(string resource) => $"arn:aws:elasticloadbalancing:{region}:{account}:{resource}";
        string[] balancers = [Elb("loadbalancer/app/*/*"), Elb("loadbalancer/net/*/*"), Elb("targetgroup/*/*")];
        string[] listeners = [Elb("listener/app/*/*/*"), Elb("listener/net/*/*/*"), Elb("listener-rule/app/*/*/*/*"), Elb("listener-rule/net/*/*/*/*")];
        var owned = new JObject { ["StringEquals"] = new JObject { [$"aws:ResourceTag/{Tag}"] = cluster } };
        var tagged = new JObject { ["StringEquals"] = new JObject { [$"aws:RequestTag/{Tag}"] = cluster } };
        List<JObject> statements =
        [
            Allow("Look", ["*"],
            [
                "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones", "ec2:DescribeInstances", "ec2:DescribeInternetGateways",
                "ec2:DescribeNetworkInterfaces", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeTags",
                "ec2:DescribeVpcPeeringConnections", "ec2:DescribeVpcs", "ec2:GetSecurityGroupsForVpc",
                "elasticloadbalancing:DescribeCapacityReservation", "elasticloadbalancing:DescribeListenerAttributes", "elasticloadbalancing:DescribeListenerCertificates",
                "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancerAttributes", "elasticloadbalancing:DescribeLoadBalancers",
                "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeSSLPolicies", "elasticloadbalancing:DescribeTags",
                "elasticloadbalancing:DescribeTargetGroupAttributes", "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
                "elasticloadbalancing:DescribeTrustStores",
            ]),
            Allow("ServiceRole", [$"arn:aws:iam::{account}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*"], ["iam:CreateServiceLinkedRole"],
                new JObject { ["StringEquals"] = new JObject { ["iam:AWSServiceName"] = "elasticloadbalancing.amazonaws.com" } }),
            Allow("RulesOfNodes", [groups], ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"]),
            Allow("CreateGroups", [groups, $"arn:aws:ec2:{region}:{account}:vpc/*"], ["ec2:CreateSecurityGroup"]),
            Allow("TagNewGroups", [groups], ["ec2:CreateTags"], new JObject
            {
                ["StringEquals"] = new JObject { ["ec2:CreateAction"] = "CreateSecurityGroup", [$"aws:RequestTag/{Tag}"] = cluster },
            }),
            Allow("TagOwnGroups", [groups], ["ec2:CreateTags", "ec2:DeleteTags"], KeepingTag(cluster)),
            Allow("DeleteOwnGroups", [groups], ["ec2:DeleteSecurityGroup"], owned),
            Allow("Create", balancers, ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"], tagged),
            Allow("TagNew", balancers, ["elasticloadbalancing:AddTags"], new JObject
            {
                ["StringEquals"] = new JObject { ["elasticloadbalancing:CreateAction"] = new JArray("CreateLoadBalancer", "CreateTargetGroup"), [$"aws:RequestTag/{Tag}"] = cluster },
            }),
            Allow("TagOwn", balancers, ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], KeepingTag(cluster)),
            Allow("ChangeOwn", balancers,
            [
                "elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:DeleteTargetGroup", "elasticloadbalancing:ModifyCapacityReservation",
                "elasticloadbalancing:ModifyIpPools", "elasticloadbalancing:ModifyLoadBalancerAttributes", "elasticloadbalancing:ModifyTargetGroup",
                "elasticloadbalancing:ModifyTargetGroupAttributes", "elasticloadbalancing:SetIpAddressType", "elasticloadbalancing:SetSecurityGroups",
                "elasticloadbalancing:SetSubnets",
            ], owned),
            Allow("Targets", [Elb("targetgroup/*/*")], ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"]),
            Allow("Listeners", [.. balancers, .. listeners],
            [
                "elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:CreateListener", "elasticloadbalancing:CreateRule", "elasticloadbalancing:DeleteListener",
                "elasticloadbalancing:DeleteRule", "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyListenerAttributes", "elasticloadbalancing:ModifyRule",
                "elasticloadbalancing:RemoveListenerCertificates", "elasticloadbalancing:SetRulePriorities", "elasticloadbalancing:SetWebAcl",
            ]),
            Allow("TagListeners", listeners, ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"]),
        ];
        if (wafv2)
        {
            statements.Add(Allow("WebAcls", [Elb("loadbalancer/app/*/*"), $"arn:aws:wafv2:{region}:{account}:regional/webacl/*/*"], ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL", "wafv2:GetWebACL", "wafv2:GetWebACLForResource"]));
        }

        return PolicyDocuments.Of([.. statements]);
    }

    // Tags of what it has made, but never the one by which that is known to be its own.
    private static JObject KeepingTag(string cluster) => new()
    {
        ["Null"] = new JObject { [$"aws:RequestTag/{Tag}"] = "true" },
        ["StringEquals"] = new JObject { [$"aws:ResourceTag/{Tag}"] = cluster },
    };

    private static JObject Allow(string sid, string[] resources, string[] actions, JObject? condition = null)
    {
        var statement = new JObject { ["Sid"] = sid, ["Effect"] = "Allow", ["Action"] = new JArray(actions), ["Resource"] = resources.Length == 1 ? resources[0] : new JArray(resources) };
        if (condition is not null)
        {
            statement["Condition"] = condition;
        }

        return statement;
    }
}
