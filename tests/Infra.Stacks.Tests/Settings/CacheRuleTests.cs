namespace Infra.Stacks.Tests.Settings;

/// <summary>The cache on nodes: pools that have the disks, models that it can hold.</summary>
public sealed class CacheRuleTests
{
    [Fact]
    public void A_model_in_S3_on_a_pool_with_local_disks() => Assert.Equal("", Sample().Problems());

    [Theory]
    [InlineData("storage.cache.pools", """["t5"]""", "storage.cache.pools[0]: 't5' is not a pool; did you mean 't4'? there are: t4\ngpu-inference:storage.cache.models[0]: 'reader' may run on t4, where the cache isn't; add these pools to storage.cache.pools, or take them from the model")]
    [InlineData("storage.cache.models", """["writer"]""", "storage.cache.models[0]: 'writer' is not a model; there are: reader")]
    [InlineData("storage.cache.size", "\"1Gi\"", "storage.cache.size: the models take up to 2Gi, but the cache may have 1Gi; make it larger, or take a model out")]
    [InlineData("pools[0].localNvme", "false", "storage.cache.pools[0]: 't4' doesn't join the local disks of its nodes, so that the cache would fill their root volume; set localNvme: true on it")]
    [InlineData("pools[0].amiType", "\"BOTTLEROCKET_x86_64_NVIDIA\"", "storage.cache.pools[0]: 't4' has nodes with Bottlerocket, which mounts its local disks where pods can't reach; use an AL2023 image (amiType), or do without the cache")]
    [InlineData("models[0].source", "\"pvc://w/reader\"", "storage.cache.models[0]: 'reader' isn't in S3, and the cache is filled from there only; copy it to a bucket of the environment and use s3://BUCKET/PATH")]
    public void A_mistake_is_named_with_its_path(string path, string json, string problem) => Assert.Equal($"gpu-inference:{problem}", Sample().With(path, json).Problems());

    [Fact]
    public void What_the_cache_takes_pods_don_t_have()
    {
        // 125 GB of disk on g4dn.xlarge.
        Assert.Equal(
            "gpu-inference:models[0].pools[0]: a replica would be evicted: 256Mi of disk asked for, and about 12288Mi for its image while it is unpacked, are more than the "
            + "7043278055 allocatable of the pool's local NVMe disks beside storage.cache, 9018910976; use larger instance types, make the cache smaller or correct the model's size",
            Sample().With("storage.cache.size", "\"105.6875Gi\"").Problems());
    }

    [Fact]
    public void The_claim_of_the_cache_is_nobody_else_s() => Assert.Equal(
        "gpu-inference:storage.volumes[0].name: 'model-cache' is the claim of storage.cache; choose another name",
        Sample().With("storage.volumes", """[{"name": "model-cache", "size": "1Gi", "storageClass": "longhorn"}]""").Problems());

    private static SampleConfig Sample() => SampleConfig.NewEks()
        .With("pools[0].localNvme", "true")
        .With("storage.volumes", """[{"name": "w", "size": "1Gi", "storageClass": "longhorn"}]""")
        .With("storage.cache", """{"pools": ["t4"], "models": ["reader"], "size": "20Gi"}""");
}
