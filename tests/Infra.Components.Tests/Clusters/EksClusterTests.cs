using Infra.Components.Clusters;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Clusters;

public sealed class EksClusterTests
{
    private const string Cluster = "aws:eks/cluster:Cluster";

    [Fact]
    public async Task The_control_plane_waits_for_its_log_group_and_its_policies() => Assert.Equal(
        """
        gpu-inference:index:EksCluster eks
        aws:kms/key:Key eks-key parent=eks provider=aws protect=True retain=True
        aws:kms/key:Key eks-logs-key parent=eks provider=aws
        aws:cloudwatch/logGroup:LogGroup eks-logs parent=eks provider=aws
        aws:iam/role:Role eks-role parent=eks provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment eks-role-cluster parent=eks provider=aws
        aws:iam/rolePolicy:RolePolicy eks-role-key parent=eks provider=aws
        aws:eks/cluster:Cluster eks-control-plane parent=eks provider=aws after=eks-logs,eks-role-cluster,eks-role-key protect=True ignore=bootstrapSelfManagedAddons,accessConfig.bootstrapClusterCreatorAdminPermissions
        aws:eks/accessEntry:AccessEntry eks-admin-admins parent=eks provider=aws
        aws:eks/accessPolicyAssociation:AccessPolicyAssociation eks-admin-admins-policy parent=eks provider=aws after=eks-admin-admins
        aws:eks/accessEntry:AccessEntry eks-admin-deploy parent=eks provider=aws
        aws:eks/accessPolicyAssociation:AccessPolicyAssociation eks-admin-deploy-policy parent=eks provider=aws after=eks-admin-deploy
        aws:eks/accessEntry:AccessEntry eks-nodes-karpenter parent=eks provider=aws
        """,
        (await Run()).Resources());

    [Fact]
    public async Task The_control_plane_is_pinned_encrypted_logged_and_open_to_named_networks_only() => JsonAssert.Same(
        """
        {
          "name": "gpu",
          "version": "1.35",
          "roleArn": "arn:aws:iam:::eks-role",
          "bootstrapSelfManagedAddons": false,
          "deletionProtection": true,
          "enabledClusterLogTypes": ["api", "audit", "authenticator", "controllerManager", "scheduler"],
          "accessConfig": { "authenticationMode": "API", "bootstrapClusterCreatorAdminPermissions": false },
          "encryptionConfig": { "resources": ["secrets"], "provider": { "keyArn": "arn:aws:kms:::eks-key" } },
          "vpcConfig": {
            "subnetIds": ["subnet-a", "subnet-b"],
            "endpointPrivateAccess": true,
            "endpointPublicAccess": true,
            "publicAccessCidrs": ["192.0.2.0/24"]
          },
          "upgradePolicy": { "supportType": "STANDARD" },
          "zonalShiftConfig": { "enabled": true }
        }
        """,
        (await Run())[Cluster, "eks-control-plane"].Inputs);

    [Fact]
    public async Task Without_networks_the_api_server_is_private()
    {
        var run = await Run(new EksClusterArgs
        {
            ClusterName = "gpu",
            Region = "eu-central-1",
            AccountId = "123456789012",
            SubnetIds = "subnet-a",
            Administrators = new Dictionary<string, string> { ["deploy"] = "arn:aws:iam::123456789012:role/deploy" },
            ExtendedSupport = true,
            ServiceCidr = "172.20.0.0/16",
            Protect = false,
        });
        var cluster = run[Cluster, "eks-control-plane"];

        JsonAssert.Same("""{ "subnetIds": ["subnet-a"], "endpointPrivateAccess": true, "endpointPublicAccess": false }""", cluster.Inputs["vpcConfig"]);
        JsonAssert.Same("""{ "supportType": "EXTENDED" }""", cluster.Inputs["upgradePolicy"]);
        JsonAssert.Same("""{ "serviceIpv4Cidr": "172.20.0.0/16" }""", cluster.Inputs["kubernetesNetworkConfig"]);
        Assert.Equal(
            (false, (bool?)false, (bool?)false, (bool?)false),
            ((bool)cluster.Inputs["deletionProtection"]!, cluster.Protect, run["aws:kms/key:Key", "eks-key"].Protect, run["aws:kms/key:Key", "eks-key"].RetainOnDelete));
    }

    [Fact]
    public async Task The_role_is_for_this_cluster_and_may_use_its_key_alone()
    {
        var run = await Run();

        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": { "Service": "eks.amazonaws.com" },
                  "Action": "sts:AssumeRole",
                  "Condition": {
                    "StringEquals": { "aws:SourceAccount": "123456789012" },
                    "ArnLike": { "aws:SourceArn": "arn:aws:eks:eu-central-1:123456789012:cluster/gpu" }
                  }
                }
              ]
            }
            """,
            JToken.Parse((string)run["aws:iam/role:Role", "eks-role"].Inputs["assumeRolePolicy"]!));
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "KubernetesSecrets",
                  "Effect": "Allow",
                  "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
                  "Resource": "arn:aws:kms:::eks-key"
                }
              ]
            }
            """,
            JToken.Parse((string)run["aws:iam/rolePolicy:RolePolicy", "eks-role-key"].Inputs["policy"]!));
        JsonAssert.Same(
            """{ "role": "eks-role", "policyArn": "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy" }""",
            run["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "eks-role-cluster"].Inputs);
    }

    [Fact]
    public async Task Logs_are_kept_for_a_while_and_encrypted_with_a_key_for_them_alone()
    {
        var run = await Run();

        JsonAssert.Same(
            """{ "name": "/aws/eks/gpu/cluster", "retentionInDays": 90, "kmsKeyId": "arn:aws:kms:::eks-logs-key" }""",
            run["aws:cloudwatch/logGroup:LogGroup", "eks-logs"].Inputs);
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "AccountByIamPolicies",
                  "Effect": "Allow",
                  "Principal": { "AWS": "arn:aws:iam::123456789012:root" },
                  "Action": "kms:*",
                  "Resource": "*"
                },
                {
                  "Sid": "CloudWatchLogs",
                  "Effect": "Allow",
                  "Principal": { "Service": "logs.eu-central-1.amazonaws.com" },
                  "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
                  "Resource": "*",
                  "Condition": {
                    "ArnEquals": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/eks/gpu/cluster" }
                  }
                }
              ]
            }
            """,
            JToken.Parse((string)run["aws:kms/key:Key", "eks-logs-key"].Inputs["policy"]!));
    }

    [Fact]
    public async Task Administrators_and_nodes_come_in_by_access_entries()
    {
        var run = await Run();

        JsonAssert.Same(
            """{ "clusterName": "gpu", "principalArn": "arn:aws:iam::123456789012:role/deploy", "type": "STANDARD" }""",
            run["aws:eks/accessEntry:AccessEntry", "eks-admin-deploy"].Inputs);
        JsonAssert.Same(
            """
            {
              "clusterName": "gpu",
              "principalArn": "arn:aws:iam::123456789012:role/deploy",
              "policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
              "accessScope": { "type": "cluster" }
            }
            """,
            run["aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "eks-admin-deploy-policy"].Inputs);
        JsonAssert.Same(
            """{ "clusterName": "gpu", "principalArn": "arn:aws:iam::123456789012:role/karpenter", "type": "EC2_LINUX" }""",
            run["aws:eks/accessEntry:AccessEntry", "eks-nodes-karpenter"].Inputs);
    }

    [Fact]
    public async Task Role_and_key_of_somebody_else_are_used_as_they_are()
    {
        var run = await Run(new EksClusterArgs
        {
            ClusterName = "gpu",
            Region = "eu-central-1",
            AccountId = "123456789012",
            SubnetIds = "subnet-a",
            Administrators = new Dictionary<string, string> { ["deploy"] = "arn:aws:iam::123456789012:role/deploy" },
            RoleArn = "arn:aws:iam::123456789012:role/eks",
            SecretsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1",
        });

        Assert.Equal(["eks-logs-key"], run.Registrations.Where(r => r.Type.StartsWith("aws:kms", StringComparison.Ordinal) || r.Type.StartsWith("aws:iam", StringComparison.Ordinal)).Select(r => r.Name));
        Assert.Equal("arn:aws:iam::123456789012:role/eks", (string?)run[Cluster, "eks-control-plane"].Inputs["roleArn"]);
        Assert.Equal("arn:aws:kms:eu-central-1:123456789012:key/1", (string?)run[Cluster, "eks-control-plane"].Inputs.SelectToken("encryptionConfig.provider.keyArn"));
    }

    [Fact]
    public async Task Outputs_come_from_the_control_plane()
    {
        var cluster = (EksCluster)(await Run())["gpu-inference:index:EksCluster", "eks"].Resource;

        Assert.Equal("gpu", await OutputUtilities.GetValueAsync(cluster.ClusterName));
        Assert.Equal("https://eks.example", await OutputUtilities.GetValueAsync(cluster.Endpoint));
        Assert.Equal("Y2E=", await OutputUtilities.GetValueAsync(cluster.CertificateAuthority));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new EksClusterArgs
        {
            ClusterName = "-gpu",
            Region = "eu-central-1",
            AccountId = "123456789012",
            Version = "1.29",
            SubnetIds = "subnet-a",
            Administrators = [],
            LogTypes = ["api", "etcd"],
            LogRetentionDays = 45,
        }));

        Assert.Equal(
            """
            5 problems in gpu-inference:index:EksCluster:
              eks.clusterName: '-gpu' is not an EKS cluster name; allowed: 1 to 100 characters, letters, digits, '-' and '_', with a letter or digit first
              eks.version: '1.29' is no version that is known here; there are: 1.34 (standard support until 2026-12-02), 1.35 (standard support until 2027-03-27), 1.36 (standard support until 2027-08-02)
              eks.administrators: there is none; nobody could use the cluster, so name the role that deploys at least
              eks.logTypes[1]: 'etcd' is none of api, audit, authenticator, controllerManager, scheduler
              eks.logRetentionDays: 45 is no retention that CloudWatch Logs knows; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
            """,
            error.Message);
    }

    [Fact]
    public async Task Hosts_outside_AWS_may_join_from_the_networks_that_are_named() => JsonAssert.Same(
        """{ "remoteNodeNetworks": { "cidrs": ["192.168.64.0/20"] }, "remotePodNetworks": { "cidrs": ["192.168.128.0/18"] } }""",
        (await Run(Remote(["192.168.64.0/20"], ["192.168.128.0/18"])))["aws:eks/cluster:Cluster", "eks-control-plane"].Inputs["remoteNetworkConfig"]!);

    [Theory]
    [InlineData("192.168.64.1/20", null, "eks.remoteNodeCidrs[0]: '192.168.64.1/20' is not a block of IPv4 addresses such as 10.0.0.0/16, that is the first address of the block and the length of its prefix")]
    [InlineData("172.20.4.0/22", null, "eks.remoteNodeCidrs[0]: 172.20.4.0/22 overlaps the Services' 172.20.0.0/16, so that traffic would not find its way; use addresses that nobody else has")]
    [InlineData(null, "192.168.128.0/18", "eks.remotePodCidrs: there are no remoteNodeCidrs, whose pods these could be; name them too")]
    public async Task Their_networks_are_checked(string? nodes, string? pods, string problem) => Assert.Equal(
        $"1 problem in gpu-inference:index:EksCluster:\n  {problem}",
        (await Assert.ThrowsAsync<ResourceException>(() => Run(Remote(nodes is null ? [] : [nodes], pods is null ? [] : [pods])))).Message);

    private static EksClusterArgs Remote(List<string> nodes, List<string> pods) => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        AccountId = "123456789012",
        SubnetIds = "subnet-a",
        Administrators = new Dictionary<string, string> { ["deploy"] = "arn:aws:iam::123456789012:role/deploy" },
        ServiceCidr = "172.20.0.0/16",
        RemoteNodeCidrs = nodes,
        RemotePodCidrs = pods,
    };

    private static Task<ComponentRun> Run(EksClusterArgs? args = null) => ComponentHarness.RunAsync(
        () => _ = new EksCluster("eks", args ?? Samples.Cluster(), Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
