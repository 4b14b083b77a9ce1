using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Tests.Serving.Backends;

public sealed class BackendSupportTests
{
    private static readonly LlmOptions _twoNodes = new() { Context = 4096, Concurrency = 1, TensorParallel = 8, PipelineParallel = 2 };

    private static readonly AutoscalingSpec _onCpu = new() { Min = 1, Max = 2, Targets = [new ScalingTarget(ScalingMetric.Cpu, 70)] };
    private static readonly AutoscalingSpec _onRequests = new() { Min = 1, Max = 2, Targets = [new ScalingTarget(ScalingMetric.Concurrency, 8)] };

    [Fact]
    public void What_the_plain_backend_lacks_is_told_with_those_that_have_it()
    {
        var problems = new ConfigProblems();
        var request = new RuntimeRequest { Model = "m", Devices = 1, Container = new ContainerOptions { Image = "i:1" }, Batching = new BatchingOptions(8, TimeSpan.Zero) };

        BackendSupport.Check(
            "models[0]", ServingBackend.Plain, BackendFeature.Of(ServingRuntime.Container, request, hasTransformer: true, _onCpu), problems);
        BackendSupport.Check(
            "models[1]",
            ServingBackend.Plain,
            BackendFeature.Of(ServingRuntime.Vllm, new RuntimeRequest { Model = "m", Devices = 8, Llm = _twoNodes }, hasTransformer: false),
            problems);

        Assert.Equal(
            """
            3 problems in f:
              models[0].transformer: the backend plain can't have a transformer; these can: kserve; change backend or transformer
              models[0].batching: the backend plain can't have a batcher in front of a runtime that has none of its own; these can: kserve; change backend or batching
              models[1].llm.pipelineParallel: the backend plain can't have replicas that span nodes; these can: ray, leaderWorkerSet; change backend or llm.pipelineParallel
            """,
            problems.Render("f"));
    }

    [Fact]
    public void What_Ray_lacks_is_told_with_those_that_have_it()
    {
        var problems = new ConfigProblems();
        var volta = InstanceCatalog.Default.Models.Single(gpu => gpu.Id == "v100-16gb");
        var llm = new LlmOptions { Context = 4096, Concurrency = 1, LoraAdapters = ImmutableSortedDictionary<string, string>.Empty.Add("legal", "/models/legal") };

        BackendSupport.Check(
            "models[0]",
            ServingBackend.Ray,
            BackendFeature.Of(ServingRuntime.TensorFlowServing, new RuntimeRequest { Model = "m" }, hasTransformer: false, _onCpu with { Min = 0 }, hasNoReplica: true),
            problems);
        BackendSupport.Check(
            "models[1]",
            ServingBackend.Ray,
            BackendFeature.Of(
                ServingRuntime.Container, new RuntimeRequest { Model = "m", Container = new ContainerOptions { Image = "i:1" } }, hasTransformer: false),
            problems);
        BackendSupport.Check(
            "models[2]",
            ServingBackend.Ray,
            BackendFeature.Of(ServingRuntime.Vllm, new RuntimeRequest { Model = "m", Devices = 1, Accelerators = [volta], Llm = llm }, hasTransformer: false),
            problems);

        Assert.Equal(
            """
            7 problems in f:
              models[0].runtime: the backend ray can't have the runtime tensorflow-serving; these can: plain, kserve; change backend or runtime
              models[0].autoscaling.cpuPercent: the backend ray can't have autoscaling on CPU use; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or autoscaling.cpuPercent
              models[0].autoscaling.min: the backend ray can't have a model that sleeps; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or autoscaling.min
              models[0].replicas: the backend ray can't have 0 replicas; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or replicas
              models[1].container: the backend ray can't have a container that isn't a Ray Serve application; these can: plain, kserve; change backend or container
              models[2].llm.loraAdapters: the backend ray can't have LoRA adapters; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or llm.loraAdapters
              models[2].pools: the backend ray can't have GPUs of the generation Volta; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or pools
            """,
            problems.Render("f"));
    }

    [Fact]
    public void What_the_others_lack_is_told_with_those_that_have_it()
    {
        var problems = new ConfigProblems();
        var application = new RuntimeRequest { Model = "m", Container = new ContainerOptions { Image = "i:1" }, Ray = new RayApplication("app:app", "Model", "2.52.0") };

        BackendSupport.Check(
            "models[0]", ServingBackend.KServe, BackendFeature.Of(ServingRuntime.Container, application, hasTransformer: false, _onRequests), problems);
        BackendSupport.Check(
            "models[1]",
            ServingBackend.KServe,
            BackendFeature.Of(ServingRuntime.Vllm, new RuntimeRequest { Model = "m", Devices = 8, Llm = _twoNodes }, hasTransformer: false),
            problems);
        BackendSupport.Check(
            "models[2]",
            ServingBackend.LeaderWorkerSet,
            BackendFeature.Of(ServingRuntime.Triton, new RuntimeRequest { Model = "m" }, hasTransformer: true, _onCpu),
            problems);

        Assert.Equal(
            """
            4 problems in f:
              models[0].ray: the backend kserve can't have a Ray Serve application; these can: ray; change backend or ray
              models[1].llm.pipelineParallel: the backend kserve can't have replicas that span nodes; these can: ray, leaderWorkerSet; change backend or llm.pipelineParallel
              models[2].runtime: the backend leaderWorkerSet can't have the runtime triton; these can: plain, kserve; change backend or runtime
              models[2].transformer: the backend leaderWorkerSet can't have a transformer; these can: kserve; change backend or transformer
            """,
            problems.Render("f"));
    }

    [Fact]
    public void What_an_LLMInferenceService_lacks_is_told_with_those_that_have_it()
    {
        var problems = new ConfigProblems();
        BackendSupport.Check(
            "models[0]",
            ServingBackend.LlmInferenceService,
            BackendFeature.Of(ServingRuntime.Vllm, new RuntimeRequest { Model = "m", Devices = 8, Llm = _twoNodes }, hasTransformer: true, new AutoscalingSpec { Min = 1, Max = 2, Targets = [new ScalingTarget(ScalingMetric.Cpu, 60)] }),
            problems);
        BackendSupport.Check(
            "models[1]",
            ServingBackend.LlmInferenceService,
            BackendFeature.Of(ServingRuntime.Sklearn, new RuntimeRequest { Model = "m", Batching = new BatchingOptions(8, TimeSpan.Zero) }, hasTransformer: false),
            problems);

        Assert.Equal(
            """
            4 problems in f:
              models[0].transformer: the backend llmInferenceService can't have a transformer; these can: kserve; change backend or transformer
              models[0].llm.pipelineParallel: the backend llmInferenceService can't have replicas that span nodes; these can: ray, leaderWorkerSet; change backend or llm.pipelineParallel
              models[1].runtime: the backend llmInferenceService can't have the runtime sklearn; these can: plain, kserve; change backend or runtime
              models[1].batching: the backend llmInferenceService can't have a batcher in front of a runtime that has none of its own; these can: kserve; change backend or batching
            """,
            problems.Render("f"));
    }

    [Theory]
    [InlineData(ServingBackend.LlmInferenceService, 0, 0)]
    [InlineData(ServingBackend.LlmInferenceService, 1, 1)]
    [InlineData(ServingBackend.LlmInferenceService, 3, 1)]
    [InlineData(ServingBackend.LlmInferenceService, 4, 0)]
    [InlineData(ServingBackend.KServe, 1, 0)]
    [InlineData(ServingBackend.Plain, 1, 0)]
    public void An_update_needs_a_place_to_begin_only_where_pods_may_not_go_first(ServingBackend backend, int replicas, int spare) =>
        Assert.Equal(spare, BackendUpdates.Spare(backend, replicas));

    [Theory]
    [InlineData(ServingRuntime.TensorFlowServing)]
    [InlineData(ServingRuntime.Triton)]
    [InlineData(ServingRuntime.Vllm)]
    public void Runtimes_that_gather_requests_themselves_need_no_batcher(ServingRuntime runtime) => Assert.Equal(
        [BackendFeature.Runtime(runtime)],
        BackendFeature.Of(runtime, new RuntimeRequest { Model = "m", Batching = new BatchingOptions(8, TimeSpan.Zero) }, hasTransformer: false));

    [Fact]
    public void The_plain_backend_runs_every_runtime() =>
        Assert.All(Enum.GetValues<ServingRuntime>(), runtime => Assert.True(BackendSupport.Has(ServingBackend.Plain, BackendFeature.Runtime(runtime))));

    [Fact]
    public void Every_feature_has_a_backend()
    {
        BackendFeature[] all =
        [
            BackendFeature.Transformer, BackendFeature.Batcher, BackendFeature.SeveralNodes, BackendFeature.ScaleToZero, BackendFeature.QueueScaling, BackendFeature.NoReplica,
            BackendFeature.RayApplication, BackendFeature.OwnServer, BackendFeature.LoraAdapters, BackendFeature.Volta, .. Enum.GetValues<ServingRuntime>().Select(BackendFeature.Runtime),
            .. ScalingMetrics.All.Select(BackendFeature.Scaling),
        ];

        Assert.All(all, feature => Assert.Contains(ServingBackends.All, backend => BackendSupport.Has(backend, feature)));
    }

    [Theory]
    [InlineData(ServingBackend.Plain, "")]
    [InlineData(ServingBackend.KServe, "m-predictor m-transformer m-batcher")]
    [InlineData(ServingBackend.LlmInferenceService, "m-kserve m-kserve-workload-svc m-kserve-self-signed-certs m-kserve-prefill m-kserve-mn m-kserve-mn-prefill m-kserve-route m-kserve-router-scheduler m-kserve-hpa m-kserve-keda m-inference-pool m-epp-sa")]
    [InlineData(ServingBackend.Ray, "m-ray m-cluster")]
    [InlineData(ServingBackend.LeaderWorkerSet, "m-group")]
    public void Backends_have_names_for_more_than_the_model(ServingBackend backend, string names) => Assert.Equal(names, string.Join(' ', ServingBackends.FurtherNames(backend, "m")));

    [Fact]
    public void Every_backend_has_said_which() => Assert.All(ServingBackends.All, backend => Assert.All(ServingBackends.FurtherNames(backend, "m"), name => Assert.StartsWith("m-", name, StringComparison.Ordinal)));

    [Fact]
    public void Names_are_found_again()
    {
        Assert.Equal(["plain", "kserve", "llmInferenceService", "ray", "leaderWorkerSet"], ServingBackends.All.Select(ServingBackends.Name));
        Assert.All(ServingBackends.All, backend => Assert.Equal(backend, ServingBackends.Find(ServingBackends.Name(backend))));
        Assert.Null(ServingBackends.Find("knative"));
    }
}
