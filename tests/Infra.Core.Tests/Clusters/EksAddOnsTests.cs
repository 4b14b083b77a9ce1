using Infra.Core.Clusters;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Clusters;

public sealed class EksAddOnsTests
{
    public static TheoryData<string> Names => [.. EksAddOns.All.Select(addOn => addOn.Name)];

    [Fact]
    public void What_pods_need_to_start_is_there_before_nodes_and_what_needs_nodes_comes_after()
    {
        Assert.Equal(
            ["eks-pod-identity-agent", "vpc-cni", "kube-proxy", "eks-node-monitoring-agent"],
            EksAddOns.All.Where(addOn => !addOn.NeedsNodes).Select(addOn => addOn.Name));
        Assert.Equal(
            ["coredns", "metrics-server", "aws-ebs-csi-driver", "snapshot-controller", "aws-efs-csi-driver", "aws-fsx-csi-driver", "aws-mountpoint-s3-csi-driver"],
            EksAddOns.All.Where(addOn => addOn.NeedsNodes).Select(addOn => addOn.Name));
    }

    [Fact]
    public void Roles_are_handed_out_before_anybody_takes_one() => Assert.Equal("eks-pod-identity-agent", EksAddOns.All[0].Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Policies_belong_to_service_accounts_and_facts_to_sources(string name)
    {
        Assert.True(EksAddOns.TryGet(name, out var addOn));

        Assert.False(addOn.ServiceAccounts.IsEmpty && !addOn.PolicyArns.IsEmpty);
        Assert.Contains("user guide", addOn.Source, StringComparison.Ordinal);
        Assert.True(addOn.Configuration is null || JToken.Parse(addOn.Configuration) is JObject);
    }

    [Fact]
    public void A_name_that_EKS_doesnt_have_is_none() => Assert.False(EksAddOns.TryGet("ebs-csi", out _));
}
