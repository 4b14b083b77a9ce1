using Infra.Components.Certificates;
using Infra.Components.Serving;
using Infra.Components.Serving.KServe;

namespace Infra.Examples;

/// <summary>KServe with cert-manager, and a server of one's own behind a transformer, whose requests KServe gathers.</summary>
public static class ModelOnKServe
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var certificates = new CertManager("cert-manager", new CertManagerArgs(), cluster.With());
        var kserve = new KServeOperator("kserve", new KServeOperatorArgs(), cluster.With(certificates));
        _ = new InferenceService("sentiment", new InferenceServiceArgs
        {
            Model = "sentiment",
            Namespace = cluster.Namespace,
            Runtime = "container",
            Backend = "kserve",
            // Built of examples/docker; the model is in it.
            Container = new ServerContainerArgs { Image = "registry.example.com/sentiment:1.0.0", ApiPath = "/v1/models/sentiment" },
            ModelSize = "500Mi",
            Pools = [ExistingCluster.Gpus("t4", 1)],
            Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
            Transformer = new TransformerArgs
            {
                Image = "registry.example.com/tokenizer:1.0.0",
                // The vocabulary is an image of files, mounted where the tokenizer looks for it.
                Source = new ModelSourceArgs { Image = "registry.example.com/vocabulary:1.0.0" },
                ModelDirectory = "/opt/vocabulary",
                Resources = new ResourcesArgs { Cpu = "1", Memory = "2Gi" },
            },
            Batching = new BatchingArgs { MaxBatchSize = 32, MaxLatencyMs = 50 },
            Replicas = 2,
        }, cluster.With(kserve));
    }
}
