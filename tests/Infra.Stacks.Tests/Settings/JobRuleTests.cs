namespace Infra.Stacks.Tests.Settings;

/// <summary>What batches, trainings and the registry refer to exists, and their pods fit.</summary>
public sealed class JobRuleTests
{
    private const string Pod = """{"image": "example.com/work:1", "pools": ["t4"]}""";

    [Theory]
    [InlineData("jobs", """[{"name": "captions", "pod": {"image": "a/b:1", "pools": ["t4"]}, "items": ["a"]}]""")]
    [InlineData("jobs", """[{"name": "captions", "pod": {"image": "a/b:1", "pools": ["t4"], "reads": {"IN": "s3://models/in"}, "writes": {"OUT": "s3://models/out"}}, "queue": {"maxJobs": 2}}]""")]
    [InlineData("trainings", """[{"name": "retrain", "pod": {"image": "a/b:1", "pools": ["t4"]}, "schedule": {"cron": "@daily"}, "checkpoints": "s3://models/checkpoints"}]""")]
    [InlineData("trainings", """[{"name": "retrain", "pod": {"image": "a/b:1", "pools": ["t4"], "volumes": [{"claim": "c", "path": "/data"}]}, "checkpoints": "/data/checkpoints"}]""")]
    [InlineData("trainings", """[{"name": "small", "pod": {"pools": ["t4"], "volumes": [{"claim": "c", "path": "/m"}]}, "conversion": {"kind": "tflite", "source": "/m/1", "output": "/m/1.tflite"}}]""")]
    [InlineData("registry", """{"artifacts": "s3://models/mlflow"}""")]
    [InlineData("registry", """{"clusterDatabase": "10Gi"}""")]
    public void Allowed(string key, string json) => Assert.Equal("", SampleConfig.Eks().With(key, json).Problems());

    [Theory]
    [InlineData("""{"name": "x", "pod": POD}""", "jobs[0]: has none of items, shards and queue; exactly one of them says what the work is")]
    [InlineData("""{"name": "x", "pod": POD, "items": ["a"], "shards": 2}""", "jobs[0]: has items and shards; exactly one of them says what the work is")]
    [InlineData("""{"name": "x", "pod": POD, "queue": {"maxJobs": 1}, "maxFailedIndexes": 1}""", "jobs[0].maxFailedIndexes: a queue has no indexes; its maxReceives says when a message has failed")]
    [InlineData("""{"name": "reader", "pod": POD, "shards": 2}""", "jobs[0].name: 'reader' is already the name of objects of gpu-inference:models[0]; names are unique in the namespace of the models")]
    [InlineData("""{"name": "x", "pod": {"pools": ["t4"]}, "shards": 2}""", "jobs[0].pod.image: missing; say which image does the work")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t5"]}, "shards": 2}""", "jobs[0].pod.pools[0]: 't5' is not a pool; did you mean 't4'? there are: t4")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t4", "t4"]}, "shards": 2}""", "jobs[0].pod.pools[1]: 't4' is listed already; name a pool once")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t4"], "gpus": 2}, "shards": 2}""", "jobs[0].pod.pools[0]: a pod would never fit g4dn.xlarge: 2 GPUs asked for, it has 1; the pool may launch it, so the pod could stay Pending\ngpu-inference:jobs[0].pod.pools[0]: a pod would never fit g4dn.2xlarge: 2 GPUs asked for, it has 1; the pool may launch it, so the pod could stay Pending")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t4"], "architectures": ["arm64"]}, "shards": 2}""", "jobs[0].pod.pools[0]: a pod would never fit g4dn.xlarge: it is amd64, and the image is for arm64; the pool may launch it, so the pod could stay Pending\ngpu-inference:jobs[0].pod.pools[0]: a pod would never fit g4dn.2xlarge: it is amd64, and the image is for arm64; the pool may launch it, so the pod could stay Pending")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t4"], "sharedMemory": "4Gi"}, "shards": 2}""", "jobs[0].pod.sharedMemory: 4Gi is not less than the pod's memory, 4Gi, of which it is a part; the kernel would kill the pod before it is full")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t4"], "reads": {"IN": "s3://modls/x"}}, "shards": 2}""", "jobs[0].pod.reads.IN: 'modls' is not a bucket; did you mean 'models'? there are: models")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t4"], "writes": {"OUT": "/tmp"}}, "shards": 2}""", "jobs[0].pod.writes.OUT: '/tmp' is no directory of a bucket; allowed is s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only")]
    [InlineData("""{"name": "x", "pod": {"image": "a:1", "pools": ["t4"], "environment": {"A": "1"}, "reads": {"A": "s3://models/x"}}, "shards": 2}""", "jobs[0].pod.reads.A: is set by environment too; a variable has one value")]
    [InlineData("""{"name": "x", "pod": POD, "shards": 2, "fatalExitCodes": [0]}""", "jobs[0].fatalExitCodes[0]: 0 is no exit code of a failure; allowed: 1 to 255")]
    public void A_wrong_batch_is_refused(string job, string problem) =>
        Assert.Equal($"gpu-inference:{problem}", SampleConfig.Eks().With("jobs", $"[{job.Replace("POD", Pod, StringComparison.Ordinal)}]").Problems());

    [Theory]
    [InlineData(""" "schedule": {"cron": "0 25 * * *"} """, "trainings[0].schedule.cron: '25' is no hour of a cron expression; allowed: 0 to 23, *, ranges, steps such as */15, and lists of these")]
    [InlineData(""" "schedule": {"cron": "@daily", "timeZone": "PST"} """, "trainings[0].schedule.timeZone: 'PST' is not allowed; allowed: an IANA time zone such as Europe/Berlin, or UTC")]
    [InlineData(""" "schedule": {"cron": "daily"} """, "trainings[0].schedule.cron: 'daily' is no cron expression; allowed: five fields for minute, hour, day of month, month and day of week, such as '0 3 * * *', or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually")]
    [InlineData(""" "checkpoints": "/data" """, "trainings[0].checkpoints: '/data' is below no volume of the pod that can be written, and what lies elsewhere goes with the pod; mount a volume there or use s3://BUCKET/PATH")]
    [InlineData(""" "conversion": {"kind": "tflite", "source": "/a", "output": "/b"} """, "trainings[0].conversion: brings its own command; remove pod.command and pod.arguments, or the conversion", """ "command": ["x"], """)]
    public void A_wrong_training_is_refused(string keys, string problem, string pod = "") => Assert.Equal(
        $"gpu-inference:{problem}",
        SampleConfig.Eks().With("trainings", $$"""[{"name": "x", "pod": { {{pod}} "image": "a:1", "pools": ["t4"]}, {{keys}} }]""").Problems());

    [Fact]
    public void A_name_that_a_backend_has_for_a_model_is_nobody_elses() => Assert.Equal(
        """
        gpu-inference:models[1].name: 'reader-group' is the name of objects that gpu-inference:models[0] has on the backend leaderWorkerSet; choose another one
        gpu-inference:jobs[0].name: 'reader-group-ray' is the name of objects that gpu-inference:models[1] has on the backend ray; choose another one
        """,
        SampleConfig.Eks()
            .With("models[0]", """{"name": "reader", "backend": "leaderWorkerSet", "runtime": "vllm", "source": "s3://models/a", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}""")
            .With("models[1]", """{"name": "reader-group", "backend": "ray", "runtime": "vllm", "source": "s3://models/a", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}""")
            .With("jobs", """[{"name": "reader-group-ray", "pod": {"image": "a:1", "pools": ["t4"]}, "shards": 2}]""")
            .Problems());

    [Fact]
    public void Names_of_KServe_s_controller_of_language_models_are_its_own() => Assert.Equal(
        "gpu-inference:models[1].name: 'reader-kserve' is the name of objects that gpu-inference:models[0] has on the backend llmInferenceService; choose another one",
        SampleConfig.Eks()
            .With("pools[0].capacity.max", "3")
            .With("models[0]", """{"name": "reader", "backend": "llmInferenceService", "runtime": "vllm", "source": "s3://models/a", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}""")
            .With("models[1]", """{"name": "reader-kserve", "runtime": "tensorflow-serving", "source": "s3://models/b", "pools": ["t4"]}""")
            .Problems());

    [Fact]
    public void An_image_that_floats_is_refused() => Assert.Equal(
        "gpu-inference:jobs[0].pod.image: 'acme/embed' is not allowed; allowed: an image with a tag other than latest, or with a digest",
        SampleConfig.Eks().With("jobs", """[{"name": "x", "pod": {"image": "acme/embed", "pools": ["t4"]}, "shards": 2}]""").Problems());

    [Theory]
    [InlineData("fp8", "python3 with llmcompressor and transformers")]
    [InlineData("tfjs", "tensorflowjs_converter (the Python package tensorflowjs)")]
    public void A_conversion_without_a_public_image_takes_yours(string kind, string needs) => Assert.Equal(
        $"gpu-inference:trainings[0].pod.image: missing; this conversion needs an image with {needs}",
        SampleConfig.Eks().With("trainings", $$$"""[{"name": "x", "pod": {"pools": ["t4"]}, "conversion": {"kind": "{{{kind}}}", "source": "/a", "output": "/b"}}]""").Problems());

    [Theory]
    [InlineData("""{"rds": {}, "clusterDatabase": "1Gi"}""", "registry.clusterDatabase: set together with rds; a registry has one database, so remove one of them")]
    [InlineData("""{"replicas": 2}""", "registry.replicas: 2 pods can't share a volume; keep files in a bucket (artifacts: s3://BUCKET/PATH) or run one pod")]
    [InlineData("""{"artifacts": "s3://modls/x"}""", "registry.artifacts: 'modls' is not a bucket; did you mean 'models'? there are: models")]
    [InlineData("""{"artifacts": "here"}""", "registry.artifacts: 'here' is no directory of a bucket; allowed is s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only")]
    [InlineData("""{"name": "reader"}""", "registry.name: 'reader' is already the name of objects of gpu-inference:models[0]; names are unique in the namespace of the models")]
    [InlineData("""{"rds": {"storageGiB": 100, "maxGiB": 105}}""", "registry.rds.maxGiB: 105 is less than a tenth above storageGiB, which is 100; RDS asks for that")]
    [InlineData("""{"clientNamespaces": ["No"]}""", "registry.clientNamespaces[0]: 'No' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    public void A_wrong_registry_is_refused(string json, string problem) => Assert.Equal($"gpu-inference:{problem}", SampleConfig.Eks().With("registry", json).Problems());

    [Fact]
    public void A_database_of_RDS_takes_two_zones() => Assert.Equal(
        "gpu-inference:registry.rds: RDS asks for subnets in 2 zones, but the cluster has 1; add a zone, or keep the database in the cluster (clusterDatabase: 10Gi)",
        SampleConfig.Eks().With("cluster.existing.zones", """[{"name": "us-west-2a", "subnetId": "subnet-0a1"}]""").With("registry", "{}").Problems());

    [Fact]
    public void Without_EKS_there_is_no_RDS_and_no_queue() => Assert.Equal(
        """
        gpu-inference:jobs[0].queue: queues are of SQS and read through EKS Pod Identity, which needs cluster.eks or cluster.existing; use items or shards on this cluster
        gpu-inference:registry.rds: RDS needs the network of an EKS cluster (cluster.eks or cluster.existing); remove rds, and the registry gets a database in the cluster
        """,
        SampleConfig.Local().With("jobs", """[{"name": "x", "pod": {"image": "a:1", "pools": ["cpu"]}, "queue": {"maxJobs": 1}}]""").With("registry", """{"rds": {}}""").Problems());
}
