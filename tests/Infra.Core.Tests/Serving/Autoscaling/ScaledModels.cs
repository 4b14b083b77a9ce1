using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Tests.Serving.Autoscaling;

/// <summary>Models as the tests scale them, in an environment that has everything.</summary>
internal static class ScaledModels
{
    public static readonly ScalingKeys Keys = new("p:monitoring.prometheus", "p:monitoring.prometheusOperator", "p:accelerators.dcgmExporter");

    /// <summary>A language model on two GPUs.</summary>
    public static ScaledModel Chat(ServingBackend backend = ServingBackend.Plain) =>
        Of(ServingRuntime.Vllm, backend, new RuntimeRequest { Model = "chat", Devices = 2, Llm = new LlmOptions { Context = 4096, Concurrency = 8, TensorParallel = 2 } });

    /// <summary>The same on a GPU for which vLLM's image is an older one.</summary>
    public static ScaledModel OnVolta() => Of(
        ServingRuntime.Vllm,
        ServingBackend.Plain,
        new RuntimeRequest
        {
            Model = "chat",
            Devices = 1,
            Accelerators = [InstanceCatalog.Default.Models.Single(gpu => gpu.Id == "v100-16gb")],
            Llm = new LlmOptions { Context = 4096, Concurrency = 8, Precision = WeightPrecision.Fp16 },
        });

    public static ScaledModel Classifier() => Of(ServingRuntime.TensorFlowServing, ServingBackend.Plain, new RuntimeRequest { Model = "chat", Devices = 1 });

    public static ScaledModel Reader() => Of(ServingRuntime.Triton, ServingBackend.KServe, new RuntimeRequest { Model = "chat", Devices = 1 });

    public static ScaledModel Own() =>
        Of(ServingRuntime.Container, ServingBackend.Plain, new RuntimeRequest { Model = "chat", Container = new ContainerOptions { Image = "i:1" } });

    public static AutoscalingSpec Spec(ScalingMetric metric, double value, int min = 1) => new() { Min = min, Max = 4, Targets = [new ScalingTarget(metric, value)] };

    private static ScaledModel Of(ServingRuntime runtime, ServingBackend backend, RuntimeRequest request) => new()
    {
        Name = request.Model,
        Backend = backend,
        Runtime = Runtimes.For(runtime, backend, request),
        Devices = request.Devices,
        IsScraped = true,
        HasPrometheus = true,
        HasAwsIdentity = true,
    };
}
