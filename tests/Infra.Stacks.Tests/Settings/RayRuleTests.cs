namespace Infra.Stacks.Tests.Settings;

/// <summary>Clusters of Ray, alone and for trainings: bounds, pools, and what KubeRay has no place for.</summary>
public sealed class RayRuleTests
{
    private const string Image = """ "image": "docker.io/rayproject/ray:2.52.0" """;
    private const string Pod = $$""" "pod": { {{Image}}, "pools": ["t4"], "resources": {"cpu": "2", "memory": "8Gi"} } """;
    private const string Wide = """{"min": 0, "max": 8}""";

    [Theory]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu"}]}""")]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu", "replicas": 2, "min": 1, "max": 3}]}""")]
    [InlineData("""{"name": "r", POD, "autoscaling": {"idleTimeout": "5m", "upscaling": "conservative"}, "workers": [{"name": "gpu", "max": 3}, {"name": "more", "min": 1, "max": 2}], "clientNamespaces": ["lab"]}""")]
    [InlineData("""{"name": "r", POD, "head": {"pools": ["t4"], "gpus": 1, "startParams": {"num-cpus": "1"}}, "workers": [{"name": "gpu"}]}""")]
    public void Allowed_clusters(string cluster) => Assert.Equal("", Cluster(cluster));

    [Theory]
    [InlineData("""{"name": "r", POD, "workers": []}""", "workers: an empty list is not allowed; allowed: at least one entry")]
    [InlineData("""{"name": "r", "pod": {"pools": ["t4"]}, "workers": [{"name": "gpu"}]}""", "pod.image: missing; say which image has Ray and what it computes with")]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu", "min": 3, "max": 2}]}""", "workers[0].max: 2 is less than min, which is 3")]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu", "replicas": 1, "min": 2}]}""", "workers[0].replicas: 1 is less than min, which is 2")]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu", "replicas": 3, "max": 2}]}""", "workers[0].replicas: 3 is more than max, which is 2")]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu"}, {"name": "gpu"}]}""", "workers[1].name: 'gpu' is already the name of another group of the cluster; names are unique")]
    [InlineData("""{"name": "r", POD, "autoscaling": {}, "workers": [{"name": "gpu", "replicas": 1, "max": 2}]}""", "workers[0].replicas: set together with autoscaling, which owns the number of workers; say min and max instead")]
    [InlineData("""{"name": "r", POD, "autoscaling": {}, "workers": [{"name": "gpu"}]}""", "workers[0].max: missing; with autoscaling a group needs a limit")]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu", "pools": ["t5"]}]}""", "workers[0].pools[0]: 't5' is not a pool; did you mean 't4'? there are: t4")]
    [InlineData("""{"name": "r", POD, "head": {"gpus": 1}, "workers": [{"name": "gpu"}]}""", "head.gpus: 1, but without pools the head runs on nodes that have none; name pools with GPUs, or remove it")]
    [InlineData("""{"name": "r", POD, "head": {"startParams": {"--num-cpus": "0"}}, "workers": [{"name": "gpu"}]}""", "head.startParams.--num-cpus: '--num-cpus' is no flag of ray start; allowed: lower-case letters, digits and '-', without the dashes before them")]
    [InlineData("""{"name": "r", POD, "workers": [{"name": "gpu"}], "clientNamespaces": ["Lab"]}""", "clientNamespaces[0]: 'Lab' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    [InlineData("""{"name": "r", "pod": {IMAGE, "pools": ["t4"], "command": ["sleep"]}, "workers": [{"name": "gpu"}]}""", "pod.command: KubeRay writes the command that starts Ray; remove command and arguments, and send work to its dashboard")]
    [InlineData("""{"name": "reader", POD, "workers": [{"name": "gpu"}]}""", "name: 'reader' is already the name of objects of gpu-inference:models[0]; names are unique in the namespace of the models")]
    public void A_wrong_cluster_is_refused(string cluster, string problem) => Assert.Equal($"gpu-inference:rayClusters[0].{problem}", Cluster(cluster));

    [Fact]
    public void A_worker_fits_every_node_of_its_pools_and_what_several_groups_have_is_told_once()
    {
        const string Never = "a pod would never fit g4dn.{0}: it is amd64, and the image is for arm64; the pool may launch it, so the pod could stay Pending";
        var problems = Cluster("""{"name": "r", "pod": {IMAGE, "pools": ["t4"], "architectures": ["arm64"]}, "workers": [{"name": "a"}, {"name": "b"}]}""");

        Assert.Equal(
            $"gpu-inference:rayClusters[0].pod.pools[0]: {string.Format(null, Never, "xlarge")}\ngpu-inference:rayClusters[0].pod.pools[0]: {string.Format(null, Never, "2xlarge")}",
            problems);
    }

    [Fact]
    public void Head_and_workers_share_their_volumes() => Assert.Equal(
        "gpu-inference:rayClusters[0].pod.volumes[0].claim: 2 pods at a time, but the volume 'data' is readWriteOnce: one node has it, and a pod on another would wait for it; "
        + "use a volume that nodes share (efs, lustre, nfs, s3, storageClass)",
        SampleConfig.Eks()
            .With("pools[0].capacity", Wide)
            .With("storage.volumes", """[{"name": "data", "size": "10Gi", "accessMode": "readWriteOnce", "storageClass": "longhorn"}]""")
            .With("rayClusters", $$"""[{"name": "r", "pod": { {{Image}}, "pools": ["t4"], "volumes": [{"claim": "data", "path": "/data"}]}, "workers": [{"name": "gpu"}]}]""")
            .Problems());

    [Theory]
    [InlineData("", "")]
    [InlineData(""", "schedule": {"cron": "0 3 * * *"}""", "schedule: KubeRay 1.7.0 has schedules behind a feature gate only (RayCronJob, alpha); remove it and set run to train again, or train in one pod, without ray")]
    [InlineData(""", "conversion": {"kind": "tflite", "source": "/a", "output": "/b"}""", "conversion: runs in one pod; remove it or ray")]
    [InlineData(""", "fatalExitCodes": [2]""", "fatalExitCodes: KubeRay sees whether a command failed, but not with which code; remove it or ray")]
    public void What_KubeRay_has_no_place_for_in_a_training_is_refused(string keys, string problem) => Assert.Equal(
        problem.Length == 0 ? "" : $"gpu-inference:trainings[0].{problem}",
        Training($$"""{"name": "x", {{Pod}}, "ray": {"entrypoint": "python train.py", "workers": [{"name": "gpu"}]} {{keys}} }"""));

    [Theory]
    [InlineData("""{"name": "x", "pod": {IMAGE, "pools": ["t4"], "arguments": ["a"]}, "ray": {"entrypoint": "x", "workers": [{"name": "g"}]}}""", "pod.arguments: KubeRay writes the command that starts Ray; remove command and arguments, and say in ray.entrypoint what trains")]
    [InlineData("""{"name": "a-name-that-is-longer-than-what-kuberay-takes-x1", POD, "ray": {"entrypoint": "x", "workers": [{"name": "g"}]}}""", "name: 48 characters, but KubeRay takes 47 at most for what runs on Ray; choose a shorter one")]
    [InlineData("""{"name": "x", POD, "ray": {"entrypoint": "x", "runtimeEnvironment": {"workingDir": "/app"}, "workers": [{"name": "g"}]}}""", "ray.runtimeEnvironment.workingDir: '/app' is not allowed; allowed: the address of a zip archive, https://…/code.zip or s3://…/code.zip")]
    public void A_wrong_training_is_refused(string training, string problem) =>
        Assert.Equal($"gpu-inference:trainings[0].{problem}", Training(training));

    private static string Cluster(string cluster) => SampleConfig.Eks().With("pools[0].capacity", Wide).With("rayClusters", $"[{Filled(cluster)}]").Problems();

    private static string Training(string training) => SampleConfig.Eks().With("pools[0].capacity", Wide).With("trainings", $"[{Filled(training)}]").Problems();

    private static string Filled(string json) => json.Replace("POD", Pod, StringComparison.Ordinal).Replace("IMAGE", Image, StringComparison.Ordinal);
}
