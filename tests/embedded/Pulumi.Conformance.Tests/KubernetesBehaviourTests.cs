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
    public async Task A_deployment_arrives_exactly_like_this()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Kubernetes.Apps.V1.Deployment("web", new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs { Name = "web", Labels = { ["app"] = "web" } },
            Spec = new DeploymentSpecArgs
            {
                Replicas = null,
                Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = "web" } },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = { ["app"] = "web" } },
                    Spec = new PodSpecArgs
                    {
                        Containers =
                        {
                            new ContainerArgs
                            {
                                Name = "web",
                                Image = "nginx:1",
                                Env = { new EnvVarArgs { Name = "A", Value = "1" }, new EnvVarArgs { Name = "PW", Value = Output.CreateSecret("hunter2") } },
                                LivenessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/", Port = 8080 } },
                                Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080 } },
                                Resources = new ResourceRequirementsArgs { Requests = { ["cpu"] = "100m", ["memory"] = "64Mi" } },
                            },
                        },
                    },
                },
            },
        }));

        Assert.Equal(
            """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"labels":{"app":"web"},"name":"web"},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"env":[{"name":"A","value":"1"},{"name":"PW","value":"hunter2"}],"image":"nginx:1","livenessProbe":{"httpGet":{"path":"/","port":8080}},"name":"web","ports":[{"containerPort":8080,"name":"http"}],"resources":{"requests":{"cpu":"100m","memory":"64Mi"}}}]}}}}
            """,
            Json(Assert.Single(mocks.Resources).Inputs));
    }

    [Fact]
    public async Task The_core_group_is_in_the_type_though_not_in_the_api_version()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Kubernetes.Core.V1.Service("s"));

        var resource = Assert.Single(mocks.Resources);
        Assert.Equal(("kubernetes:core/v1:Service", "v1"), (resource.Type, resource.Inputs["apiVersion"]));
    }

    [Fact]
    public async Task One_unknown_below_a_property_removes_it_as_a_whole()
    {
        var mocks = await RecordingMocks.RunAsync(() => new Kubernetes.Core.V1.Secret("s", new SecretArgs
        {
            StringData = { ["a"] = "x", ["u"] = Pulumi.Utilities.OutputUtilities.CreateUnknown("never seen") },
        }));

        Assert.Equal("""{"apiVersion":"v1","kind":"Secret"}""", Json(Assert.Single(mocks.Resources).Inputs));
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
    public async Task A_typed_custom_resource_has_its_own_outputs_and_no_version()
    {
        Widget? widget = null;
        ResourceOptions? options = null;
        var mocks = await RecordingMocks.RunAsync(() => widget = new Widget(
            "w",
            new WidgetArgs { Spec = new WidgetSpecArgs { Size = 3 } },
            new CustomResourceOptions { ResourceTransformations = { a => { options = a.Options; return null; } } }));

        Assert.Equal("kubernetes:example.com/v1:Widget", Assert.Single(mocks.Resources).Type);
        Assert.Equal("""{"apiVersion":"example.com/v1","kind":"Widget","spec":{"size":3}}""", Json(mocks.Resources.Single().Inputs));
        Assert.Equal(3.0, (await Pulumi.Utilities.OutputUtilities.GetValueAsync(widget!.Spec))["size"]);
        Assert.Null(options!.Version);
    }

    [Fact]
    public void Nobody_else_can_derive_from_the_base_of_all_kubernetes_resources() => Assert.DoesNotContain(
        typeof(Kubernetes.KubernetesResource).GetConstructors(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance),
        constructor => constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly);

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

    [Fact]
    public async Task The_kubeconfig_left_open_comes_from_the_environment()
    {
        Environment.SetEnvironmentVariable("KUBECONFIG", "/clusters/config");
        try
        {
            Assert.Equal("/clusters/config", await Pulumi.Utilities.OutputUtilities.GetValueAsync(new Kubernetes.ProviderArgs().KubeConfig.ToOutput()));
        }
        finally
        {
            Environment.SetEnvironmentVariable("KUBECONFIG", null);
        }
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

    private sealed class Widget(string name, WidgetArgs args, CustomResourceOptions? options = null) : Kubernetes.ApiExtensions.CustomResource(name, args, options)
    {
        [Output("spec")]
        public Output<ImmutableDictionary<string, object>> Spec { get; private set; } = null!;
    }

    private sealed class WidgetArgs() : CustomResourceArgs("example.com/v1", "Widget")
    {
        [Input("spec")]
        public Input<WidgetSpecArgs>? Spec { get; set; }
    }

    private sealed class WidgetSpecArgs : ResourceArgs
    {
        [Input("size")]
        public Input<int>? Size { get; set; }
    }

    private sealed class NodePoolArgs() : CustomResourceArgs("karpenter.sh/v1", "NodePool");
}
