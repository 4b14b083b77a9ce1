using System.Text;
using System.Text.RegularExpressions;
using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>The forms of invented values, on the provider classes: recognisable, and valid where something reads them.</summary>
public sealed class InventedFormTests
{
    private static readonly EngineOptions _rendered = Run.Options with { Mode = EngineMode.Rendered };

    [Fact]
    public async Task An_AWS_resource_has_the_forms_of_AWS()
    {
        Dictionary<string, Output<string>> outputs = [];
        await Run.SucceedAsync(
            () =>
            {
                var aws = new CustomResourceOptions { Provider = new Aws.Provider("aws", new Aws.ProviderArgs { Region = "eu-west-1" }) };
                var template = new Aws.Ec2.LaunchTemplate("gpu", null, aws);
                var role = new Aws.Iam.Role("worker", new Aws.Iam.RoleArgs { AssumeRolePolicy = "{}" }, aws);
                var bucket = new Aws.S3.Bucket("models", null, aws);
                var key = new Aws.Kms.Key("key", null, aws);
                var policy = new Aws.Iam.Policy("read", new Aws.Iam.PolicyArgs { PolicyDocument = "{}" }, aws);
                outputs = new()
                {
                    ["template.id"] = template.Id,
                    ["template.name"] = template.Name,
                    ["template.arn"] = template.Arn,
                    ["role.id"] = role.Id,
                    ["role.name"] = role.Name,
                    ["role.arn"] = role.Arn,
                    ["bucket.id"] = bucket.Id,
                    ["bucket.name"] = bucket.BucketName,
                    ["bucket.arn"] = bucket.Arn,
                    ["bucket.host"] = bucket.BucketRegionalDomainName,
                    ["bucket.region"] = bucket.Region,
                    ["key.id"] = key.KeyId,
                    ["key.arn"] = key.Arn,
                    ["policy.id"] = policy.Id,
                    ["policy.arn"] = policy.Arn,
                    ["policy.name"] = policy.Name,
                };
            },
            _rendered);
        var lines = new List<string>();
        foreach (var (name, output) in outputs.Where(output => !output.Key.StartsWith("key.", StringComparison.Ordinal)))
        {
            lines.Add($"{name}: {Regex.Replace(await output.ValueAsync(), "[0-9a-f]{10,13}(?=$|[./])", "#")}");
        }

        Assert.Equal(
            """
            template.id: lt-0000#
            template.name: gpu-invented-#
            template.arn: arn:aws:ec2:eu-west-1:000000000000:launchtemplate/lt-0000#
            role.id: worker-invented-#
            role.name: worker-invented-#
            role.arn: arn:aws:iam::000000000000:role/worker-invented-#
            bucket.id: models-invented-#
            bucket.name: models-invented-#
            bucket.arn: arn:aws:s3:::models-invented-#
            bucket.host: #.models.invalid
            bucket.region: eu-west-1
            policy.id: arn:aws:iam::000000000000:policy/read-invented-#
            policy.arn: arn:aws:iam::000000000000:policy/read-invented-#
            policy.name: read-invented-#
            """,
            string.Join('\n', lines));
        Assert.Matches("^00000000-0000(-[0-9a-f]{4}){2}-[0-9a-f]{12}$", await outputs["key.id"].ValueAsync());
        Assert.Equal($"arn:aws:kms:eu-west-1:000000000000:key/{await outputs["key.id"].ValueAsync()}", await outputs["key.arn"].ValueAsync());
    }

    [Fact]
    public async Task A_thousand_resources_have_a_thousand_of_each()
    {
        List<Output<string>> outputs = [];
        await Run.SucceedAsync(
            () =>
            {
                for (var i = 0; i < 500; i++)
                {
                    var template = new Aws.Ec2.LaunchTemplate($"a-very-long-name-that-has-to-be-cut-somewhere-{i}");
                    var bucket = new Aws.S3.Bucket($"a-very-long-name-that-has-to-be-cut-somewhere-{i}");
                    outputs.AddRange([template.Id, template.Name, template.Arn, bucket.Id, bucket.Arn]);
                }
            },
            _rendered);
        var values = await Task.WhenAll(outputs.Select(output => output.ValueAsync()));

        Assert.Equal(2_500, values.Distinct().Count());
        Assert.All(values, value => Assert.True(value.Length <= 63 || value.StartsWith("arn:", StringComparison.Ordinal), value)); // no name in AWS is longer
    }

    [Fact]
    public async Task A_name_that_the_program_gives_is_the_id_where_it_is_one_in_AWS()
    {
        Aws.S3.Bucket? bucket = null;
        Aws.Ec2.LaunchTemplate? template = null;
        await Run.SucceedAsync(
            () => (bucket, template) = (new Aws.S3.Bucket("models", new Aws.S3.BucketArgs { BucketName = "acme-models" }), new Aws.Ec2.LaunchTemplate("gpu", new Aws.Ec2.LaunchTemplateArgs { Name = "gpu" })),
            _rendered);

        Assert.Equal(("acme-models", "arn:aws:s3:::acme-models"), (await bucket!.Id.ValueAsync(), await bucket.Arn.ValueAsync()));
        Assert.Equal("gpu", await template!.Name.ValueAsync());
        Assert.StartsWith("lt-0000", await template.Id.ValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_is_looked_up_has_an_endpoint_and_a_certificate()
    {
        Output<Aws.Eks.GetClusterResult>? result = null;
        await Run.SucceedAsync(() => result = Aws.Eks.GetCluster.Invoke(new Aws.Eks.GetClusterInvokeArgs { Name = "gpu" }), _rendered);

        var cluster = await result!.ValueAsync();
        Assert.Equal("gpu", cluster.Name);
        Assert.Equal("arn:aws:eks:us-east-1:000000000000:getcluster/gpu", cluster.Arn);
        Assert.Matches(@"^https://[0-9a-f]{10}\.gpu\.invalid$", cluster.Endpoint);
        Assert.StartsWith(
            "-----BEGIN CERTIFICATE-----\n",
            Encoding.UTF8.GetString(Convert.FromBase64String(cluster.CertificateAuthorities[0].Data)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_without_a_name_gets_one_and_its_id_tells_the_namespace()
    {
        Kubernetes.Core.V1.ConfigMap? unnamed = null, named = null;
        var result = await Run.SucceedAsync(
            () =>
            {
                unnamed = new Kubernetes.Core.V1.ConfigMap("Settings", new Kubernetes.Types.Inputs.Core.V1.ConfigMapArgs { Data = { ["a"] = "b" } });
                named = new Kubernetes.Core.V1.ConfigMap("other", new Kubernetes.Types.Inputs.Core.V1.ConfigMapArgs
                {
                    Metadata = new Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = "n", Namespace = "ns" },
                });
            },
            _rendered);

        Assert.Equal(
            "{apiVersion: 'v1', data: {a: 'b'}, kind: 'ConfigMap', metadata: {name: 'settings-invented-5f8bc049af'}}",
            Tree.Of(result.Named("Settings").Inputs));
        Assert.Equal("settings-invented-5f8bc049af", (await unnamed!.Metadata.ValueAsync()).Name);
        Assert.Equal(("settings-invented-5f8bc049af", "ns/n"), (await unnamed.Id.ValueAsync(), await named!.Id.ValueAsync()));
        Assert.Equal("b", (await unnamed.Data.ValueAsync())["a"]);
    }

    [Fact]
    public async Task Objects_inside_of_outputs_are_filled_and_lists_have_an_element()
    {
        Aws.Eks.NodeGroup? group = null;
        await Run.SucceedAsync(
            () => group = new Aws.Eks.NodeGroup("t4", new Aws.Eks.NodeGroupArgs
            {
                ClusterName = "gpu",
                NodeRoleArn = "arn",
                SubnetIds = { "subnet-1" },
                ScalingConfig = new Aws.Eks.Inputs.NodeGroupScalingConfigArgs { MinSize = 0, MaxSize = 4, DesiredSize = 2 },
            }),
            _rendered);

        var scaling = await group!.ScalingConfig.ValueAsync();
        Assert.Equal((0, 4, 2), (scaling.MinSize, scaling.MaxSize, scaling.DesiredSize));
        Assert.Matches("^t4-invented-[0-9a-f]{10}$", await group.NodeGroupName.ValueAsync());
        var scalingGroup = Assert.Single(Assert.Single(await group.Resources.ValueAsync()).AutoscalingGroups);
        Assert.Matches("^t4-resources-0-autoscalinggroups-0-name-invented-[0-9a-f]{10}$", scalingGroup.Name);
    }

    [Fact]
    public async Task The_status_of_an_object_has_the_host_that_programs_read()
    {
        Balanced? service = null;
        var result = await Run.SucceedAsync(() => service = new Balanced("web"), _rendered);

        var ingress = Assert.Single((await service!.Status.ValueAsync()).Ingress);
        Assert.Matches(@"^[0-9a-f]{10}\.web\.invalid$", ingress.Hostname);
        Assert.Null(ingress.Mode);
        Assert.DoesNotContain("status", result.Named("web").Inputs.Keys);
    }

    [Fact]
    public async Task A_read_object_tells_what_its_id_says()
    {
        Kubernetes.Core.V1.Namespace? read = null;
        Kubernetes.Core.V1.ConfigMap? map = null;
        var result = await Run.SucceedAsync(
            () => (read, map) = (Kubernetes.Core.V1.Namespace.Get("system", "kube-system"), Kubernetes.Core.V1.ConfigMap.Get("dns", "kube-system/coredns")),
            _rendered);

        Assert.Equal(("v1", "Namespace", "kube-system"), (await read!.ApiVersion.ValueAsync(), await read.Kind.ValueAsync(), (await read.Metadata.ValueAsync()).Name));
        Assert.Equal(("coredns", "kube-system"), ((await map!.Metadata.ValueAsync()).Name, (await map.Metadata.ValueAsync()).Namespace));
        Assert.Empty(result.Named("system").Inputs);
    }

    [Fact]
    public async Task A_release_has_a_name_and_a_status()
    {
        Kubernetes.Helm.V3.Release? release = null;
        var result = await Run.SucceedAsync(
            () => release = new Kubernetes.Helm.V3.Release("plugin", new Kubernetes.Types.Inputs.Helm.V3.ReleaseArgs { Chart = "nvdp", Namespace = "gpu" }),
            _rendered);

        var name = await release!.Name.ValueAsync();
        Assert.Matches("^plugin-invented-[0-9a-f]{10}$", name);
        Assert.Contains($"name: '{name}'", Tree.Of(result.Named("plugin").Inputs), StringComparison.Ordinal);
        Assert.Equal($"gpu/{name}", await release.Id.ValueAsync());
        Assert.NotNull(await release.Status.ValueAsync());
    }

    private sealed class Balanced(string name) : CustomResource("kubernetes:core/v1:Service", name, args: null, options: null)
    {
        [Output("status")]
        public Output<BalancerStatus> Status { get; private set; } = null!;
    }

    [OutputType]
    [method: OutputConstructor]
    private sealed class BalancerStatus(ImmutableArray<BalancerIngress> ingress)
    {
        public ImmutableArray<BalancerIngress> Ingress { get; } = ingress;
    }

    [OutputType]
    [method: OutputConstructor]
    private sealed class BalancerIngress(string? hostname, string? mode)
    {
        public string? Hostname { get; } = hostname;

        public string? Mode { get; } = mode;
    }
}
