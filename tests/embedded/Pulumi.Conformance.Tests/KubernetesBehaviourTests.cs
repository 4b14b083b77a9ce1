using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Conformance.Tests;

public sealed class KubernetesBehaviourTests
{
    [Fact]
    public async Task A_resource_sends_its_api_version_and_kind_and_only_what_was_set()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Kubernetes.Apps.V1.Deployment("web", new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs { Name = "web" },
            Spec = new DeploymentSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = "web" } },
                Template = new PodTemplateSpecArgs
                {
                    Spec = new PodSpecArgs
                    {
                        Containers = { new ContainerArgs { Name = "web", Ports = { new ContainerPortArgs { ContainerPortValue = 8080 } } } },
                    },
                },
            },
        }));

        var resource = Assert.Single(mocks.Resources);
        Assert.Equal("kubernetes:apps/v1:Deployment", resource.Type);
        Assert.Equal(
            """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"spec":{"containers":[{"name":"web","ports":[{"containerPort":8080}]}]}}}}
            """,
            Json(resource.Inputs));
    }

    [Fact]
    public async Task A_release_marks_itself_compatible()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Kubernetes.Helm.V3.Release("keda", new ReleaseArgs { Chart = "keda", Values = { ["replicas"] = 2 } }));

        var resource = Assert.Single(mocks.Resources);
        Assert.Equal("kubernetes:helm.sh/v3:Release", resource.Type);
        Assert.Equal("""{"chart":"keda","compat":"true","values":{"replicas":2}}""", Json(resource.Inputs));
    }

    [Fact]
    public async Task A_custom_resource_takes_its_type_from_its_arguments()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Kubernetes.ApiExtensions.CustomResource("pool", new NodePoolArgs { Metadata = new ObjectMetaArgs { Name = "gpu" } }));

        var resource = Assert.Single(mocks.Resources);
        Assert.Equal("kubernetes:karpenter.sh/v1:NodePool", resource.Type);
        Assert.Equal("""{"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu"}}""", Json(resource.Inputs));
    }

    [Fact]
    public async Task Provider_configuration_is_sent_as_strings()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Kubernetes.Provider("k8s", new Kubernetes.ProviderArgs
        {
            KubeConfig = "apiVersion: v1",
            EnableServerSideApply = true,
            SuppressDeprecationWarnings = false,
        }));

        var resource = Assert.Single(mocks.Resources);
        Assert.Equal("pulumi:providers:kubernetes", resource.Type);
        Assert.Equal("""{"enableServerSideApply":"true","kubeconfig":"apiVersion: v1","suppressDeprecationWarnings":"false"}""", Json(resource.Inputs));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("False", false)]
    [InlineData("yes", null)]
    public async Task Provider_configuration_left_open_comes_from_the_environment(string text, bool? expected)
    {
        const string variable = "PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY";
        Environment.SetEnvironmentVariable(variable, text);
        try
        {
            var args = new Kubernetes.ProviderArgs();

            Assert.Equal(expected, args.EnableServerSideApply is { } value ? await Pulumi.Utilities.OutputUtilities.GetValueAsync(value.ToOutput()) : null);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public async Task An_assigned_secret_map_is_a_secret_as_a_whole()
    {
        var args = new SecretArgs { StringData = new InputMap<string> { ["token"] = "t" } };

        Assert.True(await Output.IsSecretAsync(args.StringData.ToOutput()));
        Assert.False(await Output.IsSecretAsync(args.Data.ToOutput()));
    }

    private static string Json(ImmutableDictionary<string, object> inputs) => JsonSerializer.Serialize(Sorted(inputs));

    private static object? Sorted(object? value) => value switch
    {
        ImmutableDictionary<string, object?> map => new SortedDictionary<string, object?>(map.ToDictionary(entry => entry.Key, entry => Sorted(entry.Value)), StringComparer.Ordinal),
        ImmutableArray<object?> list => list.Select(Sorted).ToArray(),
        _ => value,
    };

    private sealed class NodePoolArgs() : CustomResourceArgs("karpenter.sh/v1", "NodePool");
}
