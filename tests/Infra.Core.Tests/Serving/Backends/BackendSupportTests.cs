using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Tests.Serving.Backends;

public sealed class BackendSupportTests
{
    private static readonly LlmOptions _twoNodes = new() { Context = 4096, Concurrency = 1, TensorParallel = 8, PipelineParallel = 2 };

    [Fact]
    public void What_the_plain_backend_lacks_is_told_with_those_that_have_it()
    {
        var problems = new ConfigProblems();
        var request = new RuntimeRequest { Model = "m", Devices = 1, Container = new ContainerOptions { Image = "i:1" }, Batching = new BatchingOptions(8, TimeSpan.Zero) };

        BackendSupport.Check(
            "models[0]", ServingBackend.Plain, BackendFeature.Of(ServingRuntime.Container, request, hasTransformer: true, hasAutoscaling: true), problems);
        BackendSupport.Check(
            "models[1]",
            ServingBackend.Plain,
            BackendFeature.Of(ServingRuntime.Vllm, new RuntimeRequest { Model = "m", Devices = 8, Llm = _twoNodes }, hasTransformer: false, hasAutoscaling: false),
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

    [Theory]
    [InlineData(ServingRuntime.TensorFlowServing)]
    [InlineData(ServingRuntime.Triton)]
    [InlineData(ServingRuntime.Vllm)]
    public void Runtimes_that_gather_requests_themselves_need_no_batcher(ServingRuntime runtime) => Assert.Equal(
        [BackendFeature.Runtime(runtime)],
        BackendFeature.Of(runtime, new RuntimeRequest { Model = "m", Batching = new BatchingOptions(8, TimeSpan.Zero) }, hasTransformer: false, hasAutoscaling: false));

    [Fact]
    public void The_plain_backend_runs_every_runtime() =>
        Assert.All(Enum.GetValues<ServingRuntime>(), runtime => Assert.True(BackendSupport.Has(ServingBackend.Plain, BackendFeature.Runtime(runtime))));

    [Fact]
    public void Every_feature_has_a_backend()
    {
        BackendFeature[] all =
        [
            BackendFeature.Transformer, BackendFeature.Batcher, BackendFeature.SeveralNodes, BackendFeature.Autoscaling, .. Enum.GetValues<ServingRuntime>().Select(BackendFeature.Runtime),
        ];

        Assert.All(all, feature => Assert.Contains(ServingBackends.All, backend => BackendSupport.Has(backend, feature)));
    }

    [Fact]
    public void Names_are_found_again()
    {
        Assert.Equal(["plain", "kserve", "ray", "leaderWorkerSet"], ServingBackends.All.Select(ServingBackends.Name));
        Assert.All(ServingBackends.All, backend => Assert.Equal(backend, ServingBackends.Find(ServingBackends.Name(backend))));
        Assert.Null(ServingBackends.Find("knative"));
    }
}
