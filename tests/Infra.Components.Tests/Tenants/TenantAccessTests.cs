using Infra.Components.Tenants;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Tenants;

public sealed class TenantAccessTests
{
    [Fact]
    public async Task A_role_gets_in_as_a_member_of_its_groups_and_nothing_more()
    {
        var run = await RunAsync(TenantSamples.Access());

        JsonAssert.Same(
            """
            {
              "clusterName": "gpu",
              "principalArn": "arn:aws:iam::123456789012:role/teams/vision",
              "type": "STANDARD",
              "kubernetesGroups": ["gpu-inference:vision:viewers", "gpu-inference:language:developers"]
            }
            """,
            run["aws:eks/accessEntry:AccessEntry", "tenants-123456789012-vision"].Inputs);
        Assert.DoesNotContain(run.Registrations, one => one.Type == "aws:eks/accessPolicyAssociation:AccessPolicyAssociation");
    }

    [Fact]
    public async Task Wrong_arguments_are_told_all_at_once() => Assert.Equal(
        """
        4 problems in gpu-inference:index:TenantAccess:
          tenants.entries[1].roleArn: 'arn:aws:iam::123456789012:role/a' has an entry already; a role has one in a cluster, with all of its groups
          tenants.entries[1].groups: there is none, and the role could do nothing; name one
          tenants.entries[2].roleArn: 'arn:aws:iam::123456789012:user/b' is not the ARN of an IAM role
          tenants.entries[2].groups[0]: 'eks:admins' begins with eks:, which belongs to the cluster; name a group of the cluster's identity provider
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => RunAsync(new TenantAccessArgs
        {
            ClusterName = "gpu",
            Entries =
            [
                new TenantAccessEntryArgs { RoleArn = "arn:aws:iam::123456789012:role/a", Groups = ["team"] },
                new TenantAccessEntryArgs { RoleArn = "arn:aws:iam::123456789012:role/a", Groups = [] },
                new TenantAccessEntryArgs { RoleArn = "arn:aws:iam::123456789012:user/b", Groups = ["eks:admins"] },
            ],
        }))).Message);

    private static Task<ComponentRun> RunAsync(TenantAccessArgs args) => ComponentHarness.RunAsync(
        () => _ = new TenantAccess("tenants", args, new ComponentResourceOptions { Providers = { Samples.AwsProvider() } }), Samples.Options);
}
