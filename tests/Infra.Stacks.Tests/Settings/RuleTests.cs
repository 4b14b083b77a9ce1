namespace Infra.Stacks.Tests.Settings;

/// <summary>What refers to what, and what excludes what, in an EKS environment.</summary>
public sealed class RuleTests
{
    private const string NoKey = "is not a Kubernetes label key; allowed: an optional DNS domain with a '/', then a name of 1 to 63 characters, letters, digits, '-', '_' and '.', with a letter or digit at both ends";
    private const string NoValue = "is not a Kubernetes label value; allowed: 0 to 63 characters, letters, digits, '-', '_' and '.', with a letter or digit at both ends";
    private const string NvidiaTypes = "AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, AL2023_x86_64_NEURON, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA";

    [Theory]
    [InlineData("aws.tags", """{"": "x"}""", "gpu-inference:aws.tags[\"\"]: the key has 0 and the value 1 characters; AWS allows 1 to 128 and at most 256")]
    [InlineData("cluster", "{}", "gpu-inference:cluster: has none of eks, existing and kubeconfig; exactly one of them says which cluster it is")]
    [InlineData("cluster.kubeconfig", """{"context": "kind-kind"}""", "gpu-inference:cluster: has existing and kubeconfig; exactly one of them says which cluster it is")]
    [InlineData("aws", null, "gpu-inference:aws: missing; an EKS cluster needs the region and the account, such as aws: {region: us-west-2, accountId: \"123456789012\"}")]
    public void Cluster_and_account(string path, string? json, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With(path, json).Problems());

    [Theory]
    [InlineData("instanceTypes", null, "instanceTypes: missing; name at least one EC2 instance type with NVIDIA GPUs, such as g4dn.xlarge, or describe existingNodes")]
    [InlineData("capacity", null, "capacity: missing; say the most nodes that the pool may have, such as capacity: {max: 2}")]
    [InlineData("capacity", """{"min": 4, "max": 2}""", "capacity.max: 2 is less than min, which is 4")]
    [InlineData("instanceTypes[1]", "\"g4dn.xlage\"", "instanceTypes[1]: 'g4dn.xlage' is not in the catalogue of GPU instance types; did you mean 'g4dn.xlarge'?")]
    [InlineData("instanceTypes[1]", "\"quantum.large\"", "instanceTypes[1]: 'quantum.large' is not in the catalogue of GPU instance types; './run catalog instances' lists the types, of the families g4dn, g5, g5g, g6, g6e, g7e, gr6, inf1, inf2, p3, p3dn, p4d, p4de, p5, p5e, p5en, p6-b200, p6-b300, trn1, trn1n, trn2")]
    [InlineData("instanceTypes[1]", "\"m5.large\"", "instanceTypes[1]: 'm5.large' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge")]
    [InlineData("instanceTypes[1]", "\"g4ad.xlarge\"", "instanceTypes[1]: 'g4ad.xlarge' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge; AMD Instinct and Intel Gaudi are for edgePools and existingNodes")]
    [InlineData("instanceTypes[1]", "\"g5g.xlarge\"", "instanceTypes[1]: 'g5g.xlarge' is arm64, but the AMI type AL2023_x86_64_NVIDIA is amd64; use instance types and an AMI type of one architecture")]
    [InlineData("amiType", "\"AL2_x86_64_GPU\"", "amiType: 'AL2_x86_64_GPU' is retired: AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26; there are: " + NvidiaTypes)]
    [InlineData("amiType", "\"AL2023_x86_64_STANDARD\"", "amiType: 'AL2023_x86_64_STANDARD' has no driver of an accelerator; there are: " + NvidiaTypes)]
    [InlineData("amiType", "\"UBUNTU\"", "amiType: 'UBUNTU' is no EKS AMI type that is known here; there are: " + NvidiaTypes)]
    [InlineData("labels", """{"team": "vision", "node.kubernetes.io/role": "gpu"}""", "labels[\"node.kubernetes.io/role\"]: 'node.kubernetes.io/role' is reserved: EKS refuses node group labels that contain kubernetes.io/, k8s.io/, eks.amazonaws.com/; use a domain of your own")]
    [InlineData("labels", """{"bad key": "x"}""", "labels[\"bad key\"]: 'bad key' " + NoKey)]
    [InlineData("labels", """{"team": "a b"}""", "labels.team: 'a b' " + NoValue)]
    [InlineData("taints", """[{"key": "a/b/c"}]""", "taints[0].key: 'a/b/c' " + NoKey)]
    [InlineData("taints", """[{"key": "team", "value": "a b"}]""", "taints[0].value: 'a b' " + NoValue)]
    [InlineData("taints", """[{"value": "a"}]""", "taints[0].key: missing; a string is required")]
    [InlineData("taints", """[{"key": "team", "effect": "NO_SCHEDULE"}]""", "taints[0].effect: 'NO_SCHEDULE' is not allowed; allowed: NoSchedule, PreferNoSchedule, NoExecute")]
    [InlineData("labels", """{"gpu-inference/pool": "x"}""", "labels[\"gpu-inference/pool\"]: the pool sets this label itself; remove it")]
    [InlineData("taints", """[{"key": "nvidia.com/gpu", "value": "true"}]""", "taints[0]: a pool of these nodes has the taint nvidia.com/gpu=present:NoSchedule already; remove this one")]
    [InlineData("taints", """[{"key": "team"}, {"key": "team", "value": "b"}]""", "taints[1].key: 'team' has a taint of this effect already; a key has one taint per effect")]
    [InlineData("amiReleaseVersion", "\"1.34\"", "amiReleaseVersion: '1.34' is not allowed; allowed: a release version in quotes, such as \"1.34.2-20260917\" (AL2023) or \"1.26.1-943d9a41\" (Bottlerocket), or for Karpenter a tag such as \"v20260917\"")]
    [InlineData("amiReleaseVersion", "\"v20260903\"", "amiReleaseVersion: 'v20260903' is the tag of a release, which only Karpenter takes; node groups take release versions, such as \"1.34.2-20260917\" (AL2023) or \"1.26.1-943d9a41\" (Bottlerocket)")]
    [InlineData("zones", """["us-west-2a", "us-west-2d"]""", "zones[1]: 'us-west-2d' is not a zone of the cluster; did you mean 'us-west-2a'? there are: us-west-2a, us-west-2b")]
    public void Pools(string key, string? json, string problem) =>
        Assert.Equal($"gpu-inference:pools[0].{problem}", SampleConfig.Eks().With($"pools[0].{key}", json).Problems());

    [Fact]
    public void Every_arm_type_of_an_arm_pool_is_fine_but_the_runtime_has_no_arm_image() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: a replica would never fit g5g.2xlarge: the runtime's image is not published for its CPU architecture; the pool may launch it, so the pod could stay Pending",
        SampleConfig.Eks().With("pools[0].amiType", "\"AL2023_ARM_64_NVIDIA\"").With("pools[0].instanceTypes", """["g5g.2xlarge"]""").Problems());

    [Theory]
    [InlineData("pools", """{"name": "t4", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 2}}""", "gpu-inference:pools[1].name: 't4' is already the name of pools[0]; names are unique")]
    [InlineData("storage.buckets", """{"name": "models"}""", "gpu-inference:storage.buckets[1].name: 'models' is already the name of storage.buckets[0]; names are unique")]
    [InlineData("models", """{"name": "reader", "runtime": "tensorflow-serving", "source": "s3://models/b", "pools": ["t4"]}""", "gpu-inference:models[1].name: 'reader' is already the name of models[0]; names are unique")]
    public void Names_are_unique(string list, string entry, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With($"{list}[1]", entry).Problems());

    [Theory]
    [InlineData("pools", "[]", "pools: an empty list is not allowed; allowed: at least one entry")]
    [InlineData("pools", """["t5"]""", "pools[0]: 't5' is not a pool; did you mean 't4'? there are: t4")]
    [InlineData("pools", """["t4", "a100"]""", "pools[1]: 'a100' is not a pool; there are: t4")]
    [InlineData("source", "\"s3://modls/reader\"", "source: 'modls' is not a bucket; did you mean 'models'? there are: models")]
    [InlineData("source", "\"s3://models\"", "source: 's3://models' is no model source; allowed are s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only, https://HOST/PATH.tar.gz without credentials, port or query, hf://ORGANISATION/NAME@REVISION, where REVISION is a commit or tag, pvc://VOLUME/PATH, where VOLUME is a volume of gpu-inference:storage, and oci://IMAGE with a tag other than latest or a digest")]
    [InlineData("source", "\"http://models.example/reader.tar.gz\"", "source: 'http://models.example/reader.tar.gz' is no model source; allowed are s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only, https://HOST/PATH.tar.gz without credentials, port or query, hf://ORGANISATION/NAME@REVISION, where REVISION is a commit or tag, pvc://VOLUME/PATH, where VOLUME is a volume of gpu-inference:storage, and oci://IMAGE with a tag other than latest or a digest")]
    [InlineData("source", "\"s3://models/../secrets\"", "source: 's3://models/../secrets' is no model source; allowed are s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only, https://HOST/PATH.tar.gz without credentials, port or query, hf://ORGANISATION/NAME@REVISION, where REVISION is a commit or tag, pvc://VOLUME/PATH, where VOLUME is a volume of gpu-inference:storage, and oci://IMAGE with a tag other than latest or a digest")]
    [InlineData("pools", """["t4", "t4"]""", "pools[1]: 't4' is listed already; name a pool once")]
    [InlineData("resources", """{"memory": 1}""", "resources.memory: 1 is not allowed; allowed: 64Mi to 32Ti")]
    [InlineData("resources", """{"cpu": 0}""", "resources.cpu: 0 is not allowed; allowed: 10m to 1000")]
    [InlineData("size", "0", "size: 0 is not allowed; allowed: 1Mi to 16Ti")]
    [InlineData("autoscaling", """{"max": 2}""", "autoscaling: has no target; set at least one of cpuPercent, memoryPercent, gpuPercent, gpuMemoryPercent, requestsPerSecond, concurrency, queueDepth, kvCachePercent, tokensPerSecond, queries, or officeHours")]
    [InlineData("autoscaling", """{"min": 3, "max": 2, "cpuPercent": 60}""", "autoscaling.max: 2 is less than min, which is 3")]
    public void Models(string key, string json, string problem) =>
        Assert.Equal($"gpu-inference:models[0].{problem}", SampleConfig.Eks().With($"models[0].{key}", json).Problems());

    [Fact]
    public void Replicas_exclude_autoscaling() => Assert.Equal(
        "gpu-inference:models[0].replicas: set together with autoscaling, which owns the number of replicas; remove one of them",
        SampleConfig.Eks().With("models[0].replicas", "2").With("models[0].autoscaling", """{"max": 2, "cpuPercent": 60}""").Problems());

    [Theory]
    [InlineData("gpus", "2", "2 GPUs asked for, it has 1", "2 GPUs asked for, it has 1")]
    [InlineData("resources", """{"cpu": "3921m"}""", "cpu 3921m asked for, 3920m allocatable", null)]
    [InlineData("resources", """{"memory": "20Gi"}""", "memory 20Gi asked for, 15105Mi allocatable", null)]
    public void A_replica_must_fit_the_smallest_node(string key, string json, string smallest, string? larger)
    {
        var lines = new[] { ("g4dn.xlarge", smallest), ("g4dn.2xlarge", larger) }
            .Where(line => line.Item2 is not null)
            .Select(line => $"gpu-inference:models[0].pools[0]: a replica would never fit {line.Item1}: {line.Item2}; the pool may launch it, so the pod could stay Pending");

        Assert.Equal(string.Join('\n', lines), SampleConfig.Eks().With($"models[0].{key}", json).Problems());
    }

    [Fact]
    public void What_just_fits_is_fine() => Assert.Equal("", SampleConfig.Eks().With("models[0].resources", """{"cpu": "3920m"}""").Problems());

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"Inference\"")]
    [InlineData("\"-inference\"")]
    [InlineData("\"inference.eu\"")]
    public void The_namespace_is_a_name_of_Kubernetes(string json) => Assert.Equal(
        $"gpu-inference:namespace: '{json.Trim('"')}' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends",
        SampleConfig.Eks().With("namespace", json).Problems());

    [Theory]
    [InlineData("models[0].clientNamespaces", """["web", "Web"]""", "gpu-inference:models[0].clientNamespaces[1]")]
    [InlineData("monitoring", """{"prometheusOperator": {"namespace": "Web"}}""", "gpu-inference:monitoring.prometheusOperator.namespace")]
    public void So_is_every_namespace_that_is_named(string path, string json, string at) => Assert.Equal(
        $"{at}: 'Web' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends",
        SampleConfig.Eks().With(path, json).Problems());
}
