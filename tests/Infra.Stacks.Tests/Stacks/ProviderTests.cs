using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;
using Infra.TestKit;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Which account and cluster everything goes to.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class ProviderTests
{
    [Theory]
    [InlineData("dev", "pulumi:providers:aws aws, pulumi:providers:kubernetes kubernetes, pulumi:providers:random random")]
    [InlineData("prod", "pulumi:providers:aws aws, pulumi:providers:aws aws-us-east-2, pulumi:providers:kubernetes kubernetes, pulumi:providers:random random")]
    [InlineData("local", "pulumi:providers:kubernetes kubernetes, pulumi:providers:random random")]
    public async Task Only_these_providers_exist_and_everything_has_the_one_of_its_package(string environment, string providers)
    {
        var stack = await MockedStack.OfAsync(environment);

        Assert.Equal(providers, string.Join(", ", stack.Resources.Where(IsProvider).Select(provider => $"{provider.Type} {provider.Name}")));
        var custom = stack.Resources.Where(resource => !IsProvider(resource) && !resource.Type!.StartsWith("gpu-inference:", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(custom);
        Assert.All(custom, resource =>
        {
            var package = resource.Type!.Split(':')[0];
            var provider = resource.Name!.StartsWith("models-replica-", StringComparison.Ordinal) || resource.Name.StartsWith("backup-copy-", StringComparison.Ordinal) ? "aws-us-east-2" : package;
            Assert.EndsWith($"$pulumi:providers:{package}::{provider}::{provider}-id", resource.Provider);
        });
    }

    public static TheoryData<string> Environments => [.. ShippedConfig.Files];

    // With it, a resource that somebody adds without a provider of ours is refused with its name (ProgramPlannerTests), here and by the real engine; without it, it lands wherever a shell points to.
    [Theory]
    [MemberData(nameof(Environments))]
    public void No_environment_has_default_providers(string file) =>
        Assert.Contains("\n  pulumi:disable-default-providers: [\"*\"]\n", File.ReadAllText(RepositoryRoot.Combine(file)), StringComparison.Ordinal);

    [Theory]
    [InlineData("dev", "aws", "us-west-2", "123456789012")]
    [InlineData("prod", "aws", "us-west-2", "210987654321")]
    [InlineData("prod", "aws-us-east-2", "us-east-2", "210987654321")]
    public async Task A_provider_of_AWS_is_one_region_of_one_account_and_tags_everything(string environment, string name, string region, string account)
    {
        var provider = (await MockedStack.OfAsync(environment)).Single("pulumi:providers:aws", name).Inputs;

        Assert.Equal(region, provider["region"]);
        Tree.Equal($"""["{account}"]""", JsonNode.Parse((string)provider["allowedAccountIds"]));
        Tree.Equal(
            $$"""{"tags": {"environment": "{{environment}}", "managed-by": "pulumi", "project": "gpu-inference"} }""",
            JsonNode.Parse((string)provider["defaultTags"]));
    }

    [Fact]
    public async Task Tags_of_the_environment_are_added()
    {
        var config = ShippedConfig.Of("dev");
        var aws = JsonNode.Parse((string)config["gpu-inference:aws"]!)!;
        aws["tags"] = new JsonObject { ["cost-centre"] = "42" };
        config["gpu-inference:aws"] = aws.ToJsonString();

        var provider = (await MockedStack.OfAsync("dev", config)).Single("pulumi:providers:aws").Inputs;

        Tree.Equal(
            """{"tags": {"cost-centre": "42", "environment": "dev", "managed-by": "pulumi", "project": "gpu-inference"} }""",
            JsonNode.Parse((string)provider["defaultTags"]));
    }

    [Fact]
    public async Task The_kubeconfig_of_EKS_holds_no_token()
    {
        var provider = (await MockedStack.OfAsync("dev")).Single("pulumi:providers:kubernetes").Inputs;

        Assert.Equal("arn:aws:eks:us-west-2:123456789012:cluster/gpu-inference-dev", provider["clusterIdentifier"]);
        Assert.Equal("true", provider["enableServerSideApply"]);
        Assert.False(provider.ContainsKey("context"));
        Tree.Equal(
            $$$$"""
            {
              "apiVersion": "v1",
              "kind": "Config",
              "current-context": "gpu-inference-dev",
              "clusters": [{"name": "gpu-inference-dev", "cluster": {"server": "{{{{MockedStack.Endpoint}}}}", "certificate-authority-data": "{{{{MockedStack.CertificateAuthority}}}}"} }],
              "contexts": [{"name": "gpu-inference-dev", "context": {"cluster": "gpu-inference-dev", "user": "gpu-inference-dev"}}],
              "users": [{"name": "gpu-inference-dev", "user": {"exec": {
                "apiVersion": "client.authentication.k8s.io/v1",
                "command": "aws",
                "args": ["eks", "get-token", "--cluster-name", "gpu-inference-dev", "--region", "us-west-2"],
                "interactiveMode": "Never"
              } } }]
            }
            """,
            JsonNode.Parse((string)provider["kubeconfig"]));
    }

    [Fact]
    public async Task A_cluster_that_exists_is_looked_up_by_its_name()
    {
        var provider = (await MockedStack.OfAsync("x", SampleConfig.Eks().ForEngine())).Single("pulumi:providers:kubernetes").Inputs;

        Assert.Equal("arn:aws:eks:us-west-2:123456789012:cluster/house", provider["clusterIdentifier"]);
        Tree.Equal(
            $$"""{"server": "{{MockedStack.Endpoint}}", "certificate-authority-data": "{{MockedStack.CertificateAuthority}}"}""",
            JsonNode.Parse((string)provider["kubeconfig"])!["clusters"]![0]!["cluster"]);
    }

    [Fact]
    public async Task Another_cluster_is_a_context_of_a_kubeconfig()
    {
        var provider = (await MockedStack.OfAsync("local")).Single("pulumi:providers:kubernetes").Inputs;

        Tree.Equal(
            """{"clusterIdentifier": "kind-kind", "context": "kind-kind", "enableServerSideApply": "true", "kubeconfig": "~/.kube/config"}""",
            Tree.Of(provider));
    }

    [Theory]
    [InlineData("KUBECONFIG", "/elsewhere")]
    [InlineData("PULUMI_K8S_DELETE_UNREACHABLE", "true")]
    [InlineData("PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE", "true")]
    [InlineData("PULUMI_K8S_ENABLE_PATCH_FORCE", "true")]
    [InlineData("PULUMI_K8S_ENABLE_SECRET_MUTABLE", "true")]
    [InlineData("PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY", "false")]
    [InlineData("PULUMI_K8S_SKIP_UPDATE_UNREACHABLE", "true")]
    [InlineData("PULUMI_K8S_SUPPRESS_DEPRECATION_WARNINGS", "true")]
    [InlineData("PULUMI_K8S_SUPPRESS_HELM_HOOK_WARNINGS", "true")]
    [InlineData("PULUMI_K8S_UPSERT_EXISTING_OBJECTS", "true")]
    public async Task No_variable_of_a_shell_gets_into_a_provider(string variable, string value)
    {
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            await Another_cluster_is_a_context_of_a_kubeconfig();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    private static bool IsProvider(Pulumi.Testing.MockResourceArgs resource) => resource.Type!.StartsWith("pulumi:providers:", StringComparison.Ordinal);
}
