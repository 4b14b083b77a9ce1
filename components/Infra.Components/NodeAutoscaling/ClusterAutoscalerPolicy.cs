using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.NodeAutoscaling;

/// <summary>What Cluster Autoscaler may do in AWS (kubernetes/autoscaler, cloudprovider/aws/README.md, "Full Cluster Autoscaler Features Policy").</summary>
internal static class ClusterAutoscalerPolicy
{
    /// <summary>Reads everywhere, because these actions know no resources; changes the groups of its own cluster only.</summary>
    public static string For(string clusterName, string region) => PolicyDocuments.Of(
        new JObject
        {
            ["Sid"] = "Read",
            ["Effect"] = "Allow",
            ["Action"] = new JArray(
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeAutoScalingInstances",
                "autoscaling:DescribeLaunchConfigurations",
                "autoscaling:DescribeScalingActivities",
                "ec2:DescribeImages",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplateVersions",
                "ec2:GetInstanceTypesFromInstanceRequirements"),
            ["Resource"] = "*",
        },
        new JObject
        {
            ["Sid"] = "ReadOwnNodeGroups",
            ["Effect"] = "Allow",
            ["Action"] = "eks:DescribeNodegroup",
            ["Resource"] = $"arn:aws:eks:{region}:*:nodegroup/{clusterName}/*/*",
        },
        new JObject
        {
            ["Sid"] = "ScaleOwnGroups",
            ["Effect"] = "Allow",
            ["Action"] = new JArray("autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"),
            ["Resource"] = "*",
            ["Condition"] = new JObject
            {
                ["StringEquals"] = new JObject
                {
                    [$"aws:ResourceTag/{ClusterAutoscalerTags.Enabled}"] = "true",
                    [$"aws:ResourceTag/{ClusterAutoscalerTags.Owned(clusterName)}"] = "owned",
                },
            },
        });
}
