using Infra.Components.Certificates;
using Infra.Components.Serving;
using Infra.Components.Serving.KServe;

namespace Infra.Examples;

/// <summary>KServe's controller of language models, and a model of an image in a private registry.</summary>
public static class LanguageModelOnKServe
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var certificates = new CertManager("cert-manager", new CertManagerArgs(), cluster.With());
        var kserve = new KServeOperator("kserve", new KServeOperatorArgs { LanguageModels = true }, cluster.With(certificates));
        _ = new InferenceService("chat", new InferenceServiceArgs
        {
            Model = "chat",
            Namespace = cluster.Namespace,
            Runtime = "vllm",
            Backend = "llmInferenceService",
            Source = new ModelSourceArgs { Image = "registry.example.com/models/qwen2.5-0.5b-instruct:1.0.0" },
            // Of the type kubernetes.io/dockerconfigjson, in the model's namespace.
            ImagePullSecrets = ["team-registry"],
            ModelSize = "1Gi",
            Pools = [ExistingCluster.Gpus("t4", 1)],
            Accelerators = ["t4"],
            Resources = new ResourcesArgs { Cpu = "3", Memory = "12Gi", Devices = 1 },
            Llm = new LlmArgs { Precision = "fp16", Context = 4096, Concurrency = 16 },
            // An update starts a new pod before it ends an old one: the pool needs a place for it.
            Replicas = 1,
        }, cluster.With(kserve));
    }
}
