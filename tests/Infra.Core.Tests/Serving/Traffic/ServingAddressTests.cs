using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Traffic;

namespace Infra.Core.Tests.Serving.Traffic;

public sealed class ServingAddressTests
{
    [Theory]
    [InlineData(ServingBackend.Plain, ServingRuntime.TensorFlowServing, false, "resnet", 8501, 8500)]
    [InlineData(ServingBackend.LeaderWorkerSet, ServingRuntime.Vllm, false, "resnet", 8000, null)]
    [InlineData(ServingBackend.Ray, ServingRuntime.Vllm, false, "resnet", 8000, null)]
    // KServe's Services have another port than the server.
    [InlineData(ServingBackend.KServe, ServingRuntime.TensorFlowServing, false, "resnet-predictor", 80, 8500)]
    [InlineData(ServingBackend.KServe, ServingRuntime.TensorFlowServing, true, "resnet-transformer", 80, null)]
    public void Who_answers_for_a_model(ServingBackend backend, ServingRuntime runtime, bool hasTransformer, string service, int port, int? grpc)
    {
        var spec = Runtimes.For(runtime, backend, new RuntimeRequest { Model = "resnet", Devices = 1, Llm = new LlmOptions { Context = 4096, Concurrency = 1 } });

        Assert.Equal(new ServingAddress(service, port, grpc), ServingAddress.Of(backend, "resnet", spec, hasTransformer));
    }
}
