using Infra.Components.Serving;
using Infra.Core.Versions;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

/// <summary>Models that are mounted: nothing is copied, and nothing counts as disk of the node.</summary>
public sealed class MountedModelTests
{
    [Fact]
    public async Task A_volume_is_mounted_read_only_and_nothing_is_downloaded()
    {
        var pod = await PodAsync(new ModelSourceArgs { Volume = new VolumeSourceArgs { ClaimName = "weights", Path = "llm/resnet", Kind = "efs" } });

        Assert.Null(pod["initContainers"]);
        JsonAssert.Same("""{ "name": "model", "persistentVolumeClaim": { "claimName": "weights", "readOnly": true } }""", pod.SelectToken("volumes[0]"));
        JsonAssert.Same("""{ "name": "model", "mountPath": "/models/classifier", "readOnly": true, "subPath": "llm/resnet" }""", pod.SelectToken("containers[0].volumeMounts[0]"));
        Assert.Equal("256Mi", (string?)pod.SelectToken("containers[0].resources.requests['ephemeral-storage']"));
    }

    [Fact]
    public async Task All_of_a_volume_has_no_path() => JsonAssert.Same(
        """{ "name": "model", "mountPath": "/models/classifier", "readOnly": true }""",
        (await PodAsync(new ModelSourceArgs { Volume = new VolumeSourceArgs { ClaimName = "weights" } })).SelectToken("containers[0].volumeMounts[0]"));

    [Fact]
    public async Task An_image_is_mounted_like_a_volume()
    {
        var pod = await PodAsync(new ModelSourceArgs { Image = "registry.example/models/resnet:1.2" });

        Assert.Null(pod["initContainers"]);
        JsonAssert.Same("""{ "name": "model", "image": { "reference": "registry.example/models/resnet:1.2", "pullPolicy": "IfNotPresent" } }""", pod.SelectToken("volumes[0]"));
        JsonAssert.Same("""{ "name": "model", "mountPath": "/models/classifier", "readOnly": true }""", pod.SelectToken("containers[0].volumeMounts[0]"));
    }

    [Fact]
    public async Task A_pod_waits_until_the_cache_of_its_node_is_complete()
    {
        var pod = await PodAsync(new ModelSourceArgs { Cache = new CacheSourceArgs { ClaimName = "model-cache", Directory = "classifier-1a2b3c4d" } });
        var wait = (JObject)pod.SelectToken("initContainers[0]")!;

        Assert.Equal(Pins.Curl.Reference, (string?)wait["image"]);
        JsonAssert.Same("""[{ "name": "COMPLETE", "value": "/model-cache/.complete/classifier-1a2b3c4d" }]""", wait["env"]);
        JsonAssert.Same("""[{ "name": "model", "mountPath": "/model-cache", "readOnly": true }]""", wait["volumeMounts"]);
        JsonAssert.Same("""{ "name": "model", "persistentVolumeClaim": { "claimName": "model-cache", "readOnly": true } }""", pod.SelectToken("volumes[0]"));
        JsonAssert.Same("""{ "name": "model", "mountPath": "/models/classifier", "readOnly": true, "subPath": "classifier-1a2b3c4d" }""", pod.SelectToken("containers[0].volumeMounts[0]"));
    }

    // 20 GiB: by the baseline of gp3 164 s; by the published figure of EFS 58 s; from the cache 172 s. Twice that, and twice what the server does itself.
    [Theory]
    [InlineData("ebs", null, 328)]
    [InlineData("ebs", 500, 82)]
    [InlineData("efs", null, 116)]
    [InlineData("storageClass", null, 410)]
    public async Task A_slow_volume_gives_the_server_time_to_read(string kind, int? throughput, int seconds)
    {
        async Task<int> Probes(ModelSourceArgs source) =>
            (int)(await PodAsync(source, "20Gi")).SelectToken("containers[0].startupProbe.failureThreshold")!;
        var none = await Probes(new ModelSourceArgs { Image = "registry.example/m:1" });

        Assert.Equal(seconds, 10 * (await Probes(new ModelSourceArgs { Volume = new VolumeSourceArgs { ClaimName = "w", Kind = kind, Throughput = throughput } }) - none), 10d);
    }

    private static async Task<JToken> PodAsync(ModelSourceArgs source, string size = "200Mi") => await ServingSamples.PodAsync(new InferenceServiceArgs
    {
        Model = ServingSamples.Model,
        Namespace = "models",
        Runtime = "tensorflow-serving",
        Source = source,
        ModelSize = size,
        Pools = [Samples.CpuPool()],
        Resources = new ResourcesArgs { Cpu = "500m", Memory = "1Gi" },
    });
}
