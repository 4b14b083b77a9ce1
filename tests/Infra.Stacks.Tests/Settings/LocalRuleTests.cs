namespace Infra.Stacks.Tests.Settings;

/// <summary>Rules of an environment on somebody else's cluster and nodes.</summary>
public sealed class LocalRuleTests
{
    [Fact]
    public void Buckets_need_an_EKS_cluster() => Assert.Equal(
        "gpu-inference:storage.buckets: model buckets are read through EKS Pod Identity, which needs cluster.eks or cluster.existing; use https:// sources on this cluster",
        SampleConfig.Local().With("storage", """{"buckets": [{"name": "models"}]}""").Problems());

    [Fact]
    public void A_source_in_S3_needs_a_bucket() => Assert.Equal(
        "gpu-inference:models[0].source: 'models' is not a bucket; gpu-inference:storage names none",
        SampleConfig.Local().With("models[0].source", "\"s3://models/reader\"").Problems());

    [Fact]
    public void Nodes_are_launched_only_in_EKS() => Assert.Equal(
        "gpu-inference:pools[1]: the stack can launch nodes only in an EKS cluster (cluster.eks or cluster.existing); describe existingNodes for the nodes of this one",
        SampleConfig.Local().With("pools[1]", """{"name": "t4", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 1}}""").Problems());

    [Theory]
    [InlineData("instanceTypes", """["g4dn.xlarge"]""")]
    [InlineData("capacity", """{"max": 2}""")]
    [InlineData("capacityType", "\"spot\"")]
    [InlineData("amiType", "\"BOTTLEROCKET_x86_64_NVIDIA\"")]
    [InlineData("rootVolume", "\"200Gi\"")]
    [InlineData("reservation", """{"id": "cr-0123456789abcdef0"}""")]
    [InlineData("legacy", "true")]
    [InlineData("rootVolumeIops", "4000")]
    [InlineData("rootVolumeThroughput", "250")]
    [InlineData("localNvme", "true")]
    [InlineData("zones", """["us-west-2a"]""")]
    [InlineData("perZone", "true")]
    [InlineData("efa", "true")]
    [InlineData("sharing", """{"mps": 4}""")]
    [InlineData("update", """{"maxUnavailable": 2}""")]
    [InlineData("repair", """{"enabled": false}""")]
    [InlineData("labels", """{"team": "vision"}""")]
    [InlineData("taints", """[{"key": "team"}]""")]
    public void Existing_nodes_exclude_what_describes_new_ones(string key, string json) => Assert.Equal(
        $"gpu-inference:pools[0].{key}: describes new nodes, but existingNodes says that somebody else manages them; remove one of the two",
        SampleConfig.Local().With($"pools[0].{key}", json).Problems());

    [Fact]
    public void Existing_nodes_are_selected_by_label() => Assert.Equal(
        "gpu-inference:pools[0].existingNodes.labels: an empty object is not allowed; allowed: at least one entry",
        SampleConfig.Local().With("pools[0].existingNodes.labels", "{}").Problems());

    [Fact]
    public void Labels_and_taints_of_existing_nodes_are_checked_too() => Assert.Equal(
        "gpu-inference:pools[0].existingNodes.taints[0].key: '' is not allowed; allowed: at least one character\n"
        + "gpu-inference:pools[0].existingNodes.labels.kind: 'a b' is not a Kubernetes label value; allowed: 0 to 63 characters, letters, digits, '-', '_' and '.', with a letter or digit at both ends",
        SampleConfig.Local().With("pools[0].existingNodes", """{"labels": {"kind": "a b"}, "taints": [{"key": ""}]}""").Problems());

    [Fact]
    public void Existing_nodes_have_the_GPUs_that_they_are_said_to_have() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: the model asks for 2 GPUs, but this pool has none; name a pool that has them or change gpus",
        SampleConfig.Local().With("models[0].gpus", "2").Problems());

    [Theory]
    [InlineData("2", "")]
    [InlineData("1", "gpu-inference:models[0].pools[0]: the model asks for 2 GPUs, but this pool has 1 per node; name a pool that has them or change gpus")]
    public void A_replica_fits_one_existing_node(string gpusPerNode, string problem) => Assert.Equal(
        problem,
        SampleConfig.Local().With("pools[0].existingNodes.gpusPerNode", gpusPerNode).With("models[0].gpus", "2").Problems());

    [Fact]
    public void Without_pools_a_model_can_name_none() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: 'cpu' is not a pool; gpu-inference:pools names none",
        SampleConfig.Local().With("pools", null).Problems());
}
