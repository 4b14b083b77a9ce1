using Infra.Components.Storage;
using Infra.Core.Versions;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Storage;

public sealed class ModelCacheTests
{
    private const string Labels =
        """{ "app.kubernetes.io/name": "model-cache", "app.kubernetes.io/instance": "cache", "app.kubernetes.io/component": "model-cache", "app.kubernetes.io/part-of": "gpu-inference", "app.kubernetes.io/managed-by": "pulumi" }""";

    [Fact]
    public async Task The_filler_has_a_namespace_that_lets_it_and_readers_have_a_volume() => Assert.Equal(
        """
        gpu-inference:index:ModelCache cache
        kubernetes:core/v1:Namespace cache-namespace parent=cache provider=kubernetes
        kubernetes:core/v1:ServiceAccount cache-service-account parent=cache provider=kubernetes
        kubernetes:apps/v1:DaemonSet cache-filler parent=cache provider=kubernetes after=cache-service-account
        kubernetes:core/v1:PersistentVolume cache-volume parent=cache provider=kubernetes
        kubernetes:core/v1:PersistentVolumeClaim cache-claim parent=cache provider=kubernetes after=cache-volume ignore=spec.resources
        """,
        (await Run(StorageSamples.Cache())).Resources());

    [Fact]
    public async Task The_volume_is_one_directory_of_nodes_and_its_size_and_its_pools_may_change()
    {
        var run = await Run(StorageSamples.Cache());

        JsonAssert.Same(
            $$"""
            {
              "apiVersion": "v1", "kind": "PersistentVolume",
              "metadata": { "name": "models-model-cache", "labels": {{Labels}} },
              "spec": {
                "accessModes": ["ReadOnlyMany"], "capacity": { "storage": "400Gi" }, "storageClassName": "", "persistentVolumeReclaimPolicy": "Retain",
                "claimRef": { "namespace": "models", "name": "model-cache" },
                "local": { "path": "/mnt/k8s-disks/0/model-cache" },
                "nodeAffinity": { "required": { "nodeSelectorTerms": [{ "matchExpressions": [{ "key": "gpu-inference/pool", "operator": "Exists" }] }] } }
              }
            }
            """,
            run["kubernetes:core/v1:PersistentVolume", "cache-volume"].Inputs);
        JsonAssert.Same(
            $$"""
            {
              "apiVersion": "v1", "kind": "PersistentVolumeClaim",
              "metadata": { "name": "model-cache", "namespace": "models", "labels": {{Labels}}, "annotations": { "pulumi.com/deletionPropagationPolicy": "foreground" } },
              "spec": { "accessModes": ["ReadOnlyMany"], "storageClassName": "", "volumeName": "models-model-cache", "resources": { "requests": { "storage": "400Gi" } } }
            }
            """,
            run["kubernetes:core/v1:PersistentVolumeClaim", "cache-claim"].Inputs);
    }

    [Fact]
    public async Task The_filler_mounts_one_directory_as_root_without_capabilities()
    {
        var run = await Run(StorageSamples.Cache());
        var pod = run["kubernetes:apps/v1:DaemonSet", "cache-filler"].Inputs.SelectToken("spec.template.spec")!;
        var container = (JObject)pod.SelectToken("containers[0]")!.DeepClone();
        container.Remove("command");

        JsonAssert.Same(
            """{ "type": "RollingUpdate", "rollingUpdate": { "maxUnavailable": "100%" } }""",
            run["kubernetes:apps/v1:DaemonSet", "cache-filler"].Inputs.SelectToken("spec.updateStrategy"));
        JsonAssert.Same("""{ "runAsUser": 0, "runAsGroup": 0, "seccompProfile": { "type": "RuntimeDefault" } }""", pod["securityContext"]);
        JsonAssert.Same(
            """[{ "name": "cache", "hostPath": { "path": "/mnt/k8s-disks/0/model-cache", "type": "DirectoryOrCreate" } }, { "name": "tmp", "emptyDir": { "sizeLimit": "64Mi" } }]""",
            pod["volumes"]);
        JsonAssert.Same(
            $$"""
            {
              "name": "fill",
              "image": "{{Pins.AwsCli.Reference}}",
              "env": [
                { "name": "AWS_REGION", "value": "eu-central-1" },
                { "name": "CACHE_DIRECTORY", "value": "/model-cache" },
                { "name": "HOME", "value": "/tmp" },
                { "name": "MODELS", "value": "llama-1a2b3c4d 161061273600 s3://models-bucket/llama\nqwen-5e6f7a8b 214748364800 s3://models-bucket/qwen" }
              ],
              "resources": { "requests": { "cpu": "250m", "memory": "256Mi" }, "limits": { "memory": "1Gi" } },
              "readinessProbe": { "exec": { "command": ["test", "-e", "/tmp/filled"] }, "periodSeconds": 10 },
              "securityContext": { "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } },
              "volumeMounts": [{ "name": "cache", "mountPath": "/model-cache" }, { "name": "tmp", "mountPath": "/tmp" }]
            }
            """,
            container);
        Assert.Equal("privileged", (string?)run["kubernetes:core/v1:Namespace", "cache-namespace"].Inputs.SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));
    }

    [Fact]
    public async Task Arguments_that_make_no_cache()
    {
        var args = new ModelCacheArgs
        {
            Pools = [Samples.CpuPool()],
            Size = "300Gi",
            Namespace = "models",
            Region = "eu-central-1",
            Models = StorageSamples.Cache().Models,
        };

        Assert.Equal(
            """
            2 problems in gpu-inference:index:ModelCache:
              cache.pools[0]: 'cpu' has nodes that somebody else manages, and nobody knows their disks; name pools of the stack
              cache.size: the models take up to 350Gi, but the cache may have 300Gi; make it larger, or take a model out
            """,
            (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(args))).Message);
    }

    private static Task<ComponentRun> Run(ModelCacheArgs args) =>
        ComponentHarness.RunAsync(() => _ = new ModelCache("cache", args, Samples.In(Samples.KubernetesProvider())));
}
