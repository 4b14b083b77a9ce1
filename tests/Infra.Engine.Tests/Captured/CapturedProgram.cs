using System.Text.Json;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using AppsV1 = Pulumi.Kubernetes.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Core.V1;

namespace Infra.Engine.Tests.Captured;

/// <summary>The program whose preview by the real engine is among the shared facts.</summary>
internal static class CapturedProgram
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        var config = new Config();
        var token = config.RequireSecret("hfToken");
        var models = config.RequireObject<JsonElement>("models");
        var cluster = new Pulumi.Kubernetes.Provider("cluster", new() { KubeConfig = "<kubeconfig>", ClusterIdentifier = "local" });
        var tenant = new CoreV1.Namespace("tenant", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "vision" } }, new() { Provider = cluster });
        var name = tenant.Metadata.Apply(m => m.Name);
        _ = new CoreV1.ConfigMap("settings", new ConfigMapArgs { Metadata = new ObjectMetaArgs { Namespace = name }, Data = { ["mode"] = "a" } }, new() { Provider = cluster });
        var image = models[0].GetProperty("image").GetString()!;
        var service = new InferenceService("classifier", new() { Image = image, Replicas = 2 }, name, token, new() { Providers = { cluster } });
        return new Dictionary<string, object?> { ["url"] = service.Url, ["token"] = token, ["namespace"] = name };
    });

    private sealed class InferenceServiceArgs : ResourceArgs
    {
        [Input("image", required: true)]
        public required Input<string> Image { get; set; }

        [Input("replicas")]
        public Input<int>? Replicas { get; set; }
    }

    private sealed class InferenceService : ComponentResource
    {
        public InferenceService(string name, InferenceServiceArgs args, Input<string> ns, Output<string> token, ComponentResourceOptions options)
            : base("gpu-inference:index:InferenceService", name, args, options)
        {
            var labels = new InputMap<string> { ["app.kubernetes.io/name"] = name };
            var suffix = new RandomId($"{name}-suffix", new() { ByteLength = 4 }, new() { Parent = this, Version = "4.21.1" });
            var secret = new CoreV1.Secret(
                $"{name}-token",
                new SecretArgs { Metadata = new ObjectMetaArgs { Name = $"{name}-token", Namespace = ns }, StringData = { ["token"] = token } },
                new() { Parent = this });
            _ = new AppsV1.Deployment(
                name,
                new DeploymentArgs
                {
                    Metadata = new ObjectMetaArgs { Name = name, Namespace = ns, Annotations = { ["pulumi.com/skipAwait"] = "true", ["suffix"] = suffix.Hex } },
                    Spec = new DeploymentSpecArgs
                    {
                        Replicas = args.Replicas ?? 1,
                        Selector = new LabelSelectorArgs { MatchLabels = labels },
                        Template = new PodTemplateSpecArgs
                        {
                            Metadata = new ObjectMetaArgs { Labels = labels },
                            Spec = new PodSpecArgs
                            {
                                Containers =
                                {
                                    new ContainerArgs { Name = "server", Image = args.Image, Resources = new ResourceRequirementsArgs { Limits = { ["nvidia.com/gpu"] = "1" } } },
                                },
                            },
                        },
                    },
                },
                new() { Parent = this, DependsOn = { secret }, IgnoreChanges = { "spec.replicas" } });
            var service = new CoreV1.Service(
                $"{name}-svc",
                new ServiceArgs
                {
                    Metadata = new ObjectMetaArgs { Name = name, Namespace = ns, Annotations = { ["pulumi.com/skipAwait"] = "true" } },
                    Spec = new ServiceSpecArgs { Selector = labels, Ports = { new ServicePortArgs { Name = "http", Port = 8501 } } },
                },
                new() { Parent = this });
            Url = Output.Format($"http://{service.Metadata.Apply(m => m.Name)}.{ns}:8501");
            RegisterOutputs();
        }

        [Output("url")]
        public Output<string> Url { get; }
    }

    private sealed class RandomIdArgs : ResourceArgs
    {
        [Input("byteLength", required: true)]
        public required Input<int> ByteLength { get; set; }
    }

    /// <summary>What the program uses of Pulumi.Random 4.21.1, whose classes ask for a provider of their own version.</summary>
    private sealed class RandomId(string name, RandomIdArgs args, CustomResourceOptions options)
        : CustomResource("random:index/randomId:RandomId", name, args, options)
    {
        [Output("hex")]
        public Output<string> Hex { get; private set; } = null!;
    }
}
