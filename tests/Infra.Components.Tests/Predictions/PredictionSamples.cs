using Infra.Components.Predictions;

namespace Infra.Components.Tests.Predictions;

/// <summary>Caches and stores of predictions as the tests make them.</summary>
internal static class PredictionSamples
{
    public static PredictionStoreArgs Store(string name = PredictionStoreArgs.DefaultName) => new()
    {
        StoreName = name,
        Namespace = "inference",
        ElastiCache = new ElastiCacheArgs
        {
            VpcId = "vpc-1",
            SubnetIds = { "subnet-a", "subnet-b" },
            ClientSecurityGroupId = "sg-nodes",
            NamePrefix = "gpu-inference-prod",
            MaxStorageGB = 10,
            MaxEcpuPerSecond = 20_000,
        },
    };

    public static PredictionCacheArgs Cache(string model) => new()
    {
        Model = model,
        Namespace = "inference",
        ModelUrl = $"http://{model}.inference:8501/v1/models/{model}",
        Version = "v2",
        TimeToLiveSeconds = 600,
        StoreHost = "store.invalid",
        StoreTls = false,
    };
}
