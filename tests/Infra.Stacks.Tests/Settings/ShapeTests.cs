using Infra.TestKit.Configuration;

namespace Infra.Stacks.Tests.Settings;

/// <summary>Wrong keys, types and ranges: one line that says where, what was found and what is allowed.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("cluster", "gpu-inference:cluster: missing; say which cluster: cluster: {eks: …}, cluster: {existing: …} or cluster: {kubeconfig: {context: …}}")]
    [InlineData("aws.region", "gpu-inference:aws.region: missing; a string is required")]
    [InlineData("aws.accountId", "gpu-inference:aws.accountId: missing; a string is required")]
    [InlineData("cluster.existing.name", "gpu-inference:cluster.existing.name: missing; a string is required")]
    [InlineData("cluster.existing.zones", "gpu-inference:cluster.existing.zones: missing; a list is required")]
    [InlineData("cluster.existing.zones[1].subnetId", "gpu-inference:cluster.existing.zones[1].subnetId: missing; a string is required")]
    [InlineData("pools[0].capacity.max", "gpu-inference:pools[0].capacity.max: missing; a whole number is required")]
    [InlineData("storage.buckets[0].name", "gpu-inference:storage.buckets[0].name: missing; a string is required")]
    [InlineData("models[0].name", "gpu-inference:models[0].name: missing; a string is required")]
    [InlineData("models[0].runtime", "gpu-inference:models[0].runtime: missing; a string is required")]
    [InlineData("models[0].pools", "gpu-inference:models[0].pools: missing; a list is required")]
    public void A_missing_key_is_named(string path, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With(path, null).Problems());

    [Theory]
    [InlineData("pool", "[]", "gpu-inference:pool: unknown key; did you mean 'pools'?")]
    [InlineData("queues", "[]", "gpu-inference:queues: unknown key; there are: " + TopLevelKeys.All)]
    [InlineData("aws.acountId", "\"1\"", "gpu-inference:aws.acountId: unknown key; allowed: region, accountId, permissionsBoundary, tags")]
    [InlineData("pools[0].instanceTyp", "[]", "gpu-inference:pools[0].instanceTyp: unknown key; allowed: name, instanceTypes, capacityType, reservation, legacy, capacity, amiType, amiReleaseVersion, rootVolume, rootVolumeIops, rootVolumeThroughput, localNvme, images, zones, perZone, efa and 7 more")]
    [InlineData("pools[0].capacityTyp", "\"spot\"", "gpu-inference:pools[0].capacityTyp: unknown key; did you mean 'capacityType'?")]
    [InlineData("pools[0].capacity.minimum", "1", "gpu-inference:pools[0].capacity.minimum: unknown key; allowed: min, max")]
    [InlineData("storage.bucket", "[]", "gpu-inference:storage.bucket: unknown key; allowed: protect, accessLogDays, buckets, volumes, cache")]
    [InlineData("models[0].replica", "2", "gpu-inference:models[0].replica: unknown key; did you mean 'replicas'?")]
    [InlineData("models[0][\"max replicas\"]", "2", "gpu-inference:models[0][\"max replicas\"]: unknown key; allowed: name, tenant, runtime, backend, source, huggingFaceToken, size, pools, gpus, resources, environment, environmentSecret, llm, triton, container, ray and 13 more")]
    [InlineData("monitoring", """{"grafana": {}}""", "gpu-inference:monitoring.grafana: unknown key; allowed: prometheusOperator, prometheus, stack, alerting, logs, traces, dashboards")]
    public void An_unknown_key_is_an_error(string path, string json, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With(path, json).Problems());

    [Fact]
    public void A_misspelt_required_key_is_one_problem() => Assert.Equal(
        "gpu-inference:models[0].sorce: unknown key; did you mean 'source'?",
        SampleConfig.Eks().With("models[0].source", null).With("models[0].sorce", "\"s3://models/reader\"").Problems());

    [Theory]
    [InlineData("aws", "\"\"", "gpu-inference:aws: an object was expected, but the value is empty; write a structured value below the key, or JSON")]
    [InlineData("aws", "[]", "gpu-inference:aws: an object was expected, but found a list; keys: region, accountId, permissionsBoundary, tags")]
    [InlineData("namespace", "\"null\"", "gpu-inference:namespace: a string was expected, but found null; write a value, or remove the line")]
    [InlineData("aws.region", "null", "gpu-inference:aws.region: a string was expected, but found null; write a value, or remove the line")]
    [InlineData("aws.accountId", "123456789012", "gpu-inference:aws.accountId: a string was expected, but found the number 123456789012; put it in quotes")]
    [InlineData("aws.accountId", "\"12345\"", "gpu-inference:aws.accountId: '12345' is not allowed; allowed: twelve digits in quotes, such as \"123456789012\"")]
    [InlineData("aws.region", "\"Oregon\"", "gpu-inference:aws.region: 'Oregon' is not allowed; allowed: a commercial AWS region such as us-west-2")]
    [InlineData("cluster.existing.name", "1.30", "gpu-inference:cluster.existing.name: a string was expected, but found the number 1.30; put it in quotes (without them 1.30 becomes 1.3)")]
    [InlineData("cluster.existing.zones", "[]", "gpu-inference:cluster.existing.zones: an empty list is not allowed; allowed: at least one entry")]
    [InlineData("cluster.existing.zones[0].subnetId", "\"0a1\"", "gpu-inference:cluster.existing.zones[0].subnetId: '0a1' is not allowed; allowed: a subnet id such as subnet-0a1b2c3d4e5f60718")]
    [InlineData("pools", "\"[{\"", "gpu-inference:pools: a list was expected, but the value is no valid JSON (line 1, byte 3); write a structured value below the key, or JSON")]
    [InlineData("pools[0].instanceTypes", "\"g4dn.xlarge\"", "gpu-inference:pools[0].instanceTypes: a list was expected, but found the string 'g4dn.xlarge'; write a list, even of one entry")]
    [InlineData("pools[0].capacity", "2", "gpu-inference:pools[0].capacity: an object was expected, but found the number 2; keys: min, max")]
    [InlineData("pools[0].capacity.max", "\"2\"", "gpu-inference:pools[0].capacity.max: a whole number was expected, but found the string '2'; write a whole number without quotes")]
    [InlineData("pools[0].capacityType", "\"SPOT\"", "gpu-inference:pools[0].capacityType: 'SPOT' is not allowed; allowed: onDemand, spot, capacityBlock")]
    [InlineData("pools[0].rootVolume", "\"big\"", "gpu-inference:pools[0].rootVolume: 'big' is not allowed; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei")]
    [InlineData("storage.protect", "\"no\"", "gpu-inference:storage.protect: true or false was expected, but found the string 'no'; write true or false without quotes")]
    [InlineData("models[0].runtime", "\"torchserve\"", "gpu-inference:models[0].runtime: 'torchserve' is not allowed; allowed: tensorflow-serving, triton, vllm, sklearn, xgboost, lightgbm, container")]
    [InlineData("models[0].resources", """{"cpu": "two"}""", "gpu-inference:models[0].resources.cpu: 'two' is not allowed; allowed: a number of cores such as 2, 0.5 or 500m, no finer than 1m")]
    [InlineData("models[0].name", "\"Reader\"", "gpu-inference:models[0].name: 'Reader' is not allowed; allowed: a lower-case name of letters, digits and '-'")]
    [InlineData("models[0].name", "\"a23456789b123456789c123456789d123456789e123\"", "")]
    [InlineData("models[0].name", "\"a23456789b123456789c123456789d123456789e1234\"", "gpu-inference:models[0].name: 'a23456789b123456789c123456789d123456789e1234' is not allowed; allowed: at most 43 characters")]
    public void A_wrong_type_is_an_error(string path, string json, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With(path, json).Problems());

    [Theory]
    [InlineData("pools[0].capacity.max", "0", "gpu-inference:pools[0].capacity.max: 0 is not allowed; allowed: 1 to 1000")]
    [InlineData("pools[0].capacity.max", "1001", "gpu-inference:pools[0].capacity.max: 1001 is not allowed; allowed: 1 to 1000")]
    [InlineData("pools[0].capacity.min", "-1", "gpu-inference:pools[0].capacity.min: -1 is not allowed; allowed: 0 to 1000")]
    [InlineData("pools[0].rootVolume", "\"19Gi\"", "gpu-inference:pools[0].rootVolume: '19Gi' is not allowed; allowed: 20Gi to 16Ti")]
    [InlineData("pools[0].rootVolume", "\"20.5Gi\"", "gpu-inference:pools[0].rootVolume: 20992Mi is no whole number of GiB, which EBS asks for")]
    [InlineData("storage.buckets[0].noncurrentDays", "0", "gpu-inference:storage.buckets[0].noncurrentDays: 0 is not allowed; allowed: 1 to 3650")]
    [InlineData("models[0].gpus", "17", "gpu-inference:models[0].gpus: 17 is not allowed; allowed: 0 to 16")]
    [InlineData("models[0].replicas", "-1", "gpu-inference:models[0].replicas: -1 is not allowed; allowed: 0 to 1000")]
    [InlineData("models[0].autoscaling", """{"max": 2, "cpuPercent": 101}""", "gpu-inference:models[0].autoscaling.cpuPercent: 101 is not allowed; allowed: 1 to 100")]
    [InlineData("models[0].objectives", """{"latencyP95Seconds": 0}""", "gpu-inference:models[0].objectives.latencyP95Seconds: 0 is not allowed; allowed: 0.001 to 3600")]
    [InlineData("models[0].objectives", """{"errorRatio": 1.5}""", "gpu-inference:models[0].objectives.errorRatio: 1.5 is not allowed; allowed: 0 to 1")]
    public void A_value_out_of_range_is_an_error(string path, string json, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With(path, json).Problems());

    [Theory]
    [InlineData("aws.accountId", "gpu-inference:aws.accountId")]
    [InlineData("pools[0].labels", "gpu-inference:pools[0].labels")]
    [InlineData("models[0].source", "gpu-inference:models[0].source")]
    [InlineData("storage.buckets[0]", "gpu-inference:storage.buckets[0]")]
    public void A_secret_inside_a_structured_value_is_refused_and_not_shown(string path, string at) => Assert.Equal(
        $"{at}: a secret inside a structured value comes out in plain text; give it a top-level key of its own, or name an external store",
        SampleConfig.Eks().With(path, """{"secure": "AAABAKhunter2"}""").Problems());

    [Theory]
    [InlineData("cluster")]
    [InlineData("namespace")]
    [InlineData("pools")]
    [InlineData("monitoring")]
    public void An_encrypted_value_is_refused_where_there_is_no_secret(string key) => Assert.Equal(
        $"gpu-inference:{key}: the value is encrypted, but it is no secret, and a preview has to read it; write it as it is, without secure:",
        SampleConfig.Eks().With(key, """{"secure": "AAABAKhunter2"}""").Problems());
}
