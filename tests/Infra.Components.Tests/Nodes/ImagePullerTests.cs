using Infra.Components.Nodes;
using Infra.TestKit;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Nodes;

public sealed class ImagePullerTests
{
    private const string DaemonSet = "kubernetes:apps/v1:DaemonSet";

    [Fact]
    public async Task Each_pool_has_a_pod_on_every_node_that_mounts_its_images()
    {
        var run = await Run(new PulledImagesArgs { Pool = Samples.GpuPool("t4"), Images = ["docker.io/vllm/vllm-openai:v0.24.0", "registry.example.com/model:1"] });

        Assert.Equal(
            """
            gpu-inference:index:ImagePuller images
            kubernetes:apps/v1:DaemonSet images-t4 parent=images provider=kubernetes
            """,
            run.Resources());
        JsonAssert.Same(
            """
            {
              "apiVersion": "apps/v1",
              "kind": "DaemonSet",
              "metadata": {
                "name": "images-t4",
                "namespace": "models",
                "labels": LABELS,
                "annotations": { "pulumi.com/skipAwait": "true" }
              },
              "spec": {
                "selector": { "matchLabels": { "app.kubernetes.io/instance": "images-t4", "app.kubernetes.io/component": "image-puller" } },
                "updateStrategy": { "type": "RollingUpdate", "rollingUpdate": { "maxUnavailable": "100%" } },
                "template": {
                  "metadata": { "labels": LABELS },
                  "spec": {
                    "automountServiceAccountToken": false,
                    "enableServiceLinks": false,
                    "terminationGracePeriodSeconds": 0,
                    "nodeSelector": { "gpu-inference/pool": "t4" },
                    "affinity": {
                      "nodeAffinity": {
                        "requiredDuringSchedulingIgnoredDuringExecution": {
                          "nodeSelectorTerms": [ { "matchExpressions": [ { "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64", "arm64"] } ] } ]
                        }
                      }
                    },
                    "tolerations": [ { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" } ],
                    "securityContext": SECURITY,
                    "containers": [
                      {
                        "name": "pause",
                        "image": "PAUSE",
                        "resources": { "requests": { "cpu": "1m", "memory": "8Mi" }, "limits": { "memory": "8Mi" } },
                        "securityContext": { "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } },
                        "volumeMounts": [
                          { "name": "image-0", "mountPath": "/images/image-0", "readOnly": true },
                          { "name": "image-1", "mountPath": "/images/image-1", "readOnly": true }
                        ]
                      }
                    ],
                    "volumes": [
                      { "name": "image-0", "image": { "reference": "docker.io/vllm/vllm-openai:v0.24.0", "pullPolicy": "IfNotPresent" } },
                      { "name": "image-1", "image": { "reference": "registry.example.com/model:1", "pullPolicy": "IfNotPresent" } }
                    ]
                  }
                }
              }
            }
            """
            .Replace("LABELS", """{ "app.kubernetes.io/name": "pause", "app.kubernetes.io/instance": "images-t4", "app.kubernetes.io/component": "image-puller", "app.kubernetes.io/part-of": "gpu-inference", "app.kubernetes.io/managed-by": "pulumi" }""", StringComparison.Ordinal)
            .Replace("SECURITY", """{ "runAsNonRoot": true, "runAsUser": 10001, "runAsGroup": 10001, "fsGroup": 10001, "seccompProfile": { "type": "RuntimeDefault" } }""", StringComparison.Ordinal)
            .Replace("PAUSE", Infra.Core.Versions.Pins.Pause.Reference, StringComparison.Ordinal),
            run[DaemonSet, "images-t4"].Inputs);
    }

    [Fact]
    public async Task Private_images_are_pulled_with_the_secrets_that_are_named()
    {
        var run = await ComponentHarness.RunAsync(() => _ = new ImagePuller(
            "images",
            new ImagePullerArgs { Namespace = "models", Pools = [new PulledImagesArgs { Pool = Samples.GpuPool("t4"), Images = ["registry.example.com/model:1"] }], ImagePullSecrets = ["team-registry"] },
            Samples.In(Samples.KubernetesProvider())));

        JsonAssert.Same("""[{ "name": "team-registry" }]""", run[DaemonSet, "images-t4"].Inputs.SelectToken("spec.template.spec.imagePullSecrets"));
    }

    [Fact]
    public async Task Nothing_to_pull_is_refused() => Assert.Contains(
        "images.pools: there is none; name at least one pool",
        (await Assert.ThrowsAnyAsync<Exception>(() => Run())).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", "images.pools[0].images: there is none; name at least one image")]
    [InlineData("a:1 b:1 a:1", "images.pools[0].images: 'a:1' is listed twice; name an image once")]
    public async Task Images_are_named_once(string images, string problem) => Assert.Contains(
        problem,
        (await Assert.ThrowsAnyAsync<Exception>(() => Run(new PulledImagesArgs { Pool = Samples.GpuPool("t4"), Images = [.. images.Split(' ', StringSplitOptions.RemoveEmptyEntries)] }))).Message,
        StringComparison.Ordinal);

    private static Task<ComponentRun> Run(params PulledImagesArgs[] pools) => ComponentHarness.RunAsync(
        () => _ = new ImagePuller("images", new ImagePullerArgs { Namespace = "models", Pools = [.. pools] }, Samples.In(Samples.KubernetesProvider())));
}
