using Infra.Core.Catalog;
using Infra.Core.Serving;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Serving;

public sealed class TensorFlowServingTests
{
    private static readonly RuntimeSpec s_gpu = Runtimes.For(ServingRuntime.TensorFlowServing, "resnet", gpu: true);
    private static readonly RuntimeSpec s_cpu = Runtimes.For(ServingRuntime.TensorFlowServing, "resnet", gpu: false);

    [Fact]
    public void The_image_follows_the_device()
    {
        Assert.Equal((Pins.TensorFlowServingGpu, Pins.TensorFlowServing), (s_gpu.Image, s_cpu.Image));
        Assert.Equal([CpuArchitecture.Amd64], s_gpu.Architectures.ToArray());
    }

    [Fact]
    public void The_server_finds_its_model_by_environment()
    {
        Assert.Equal([new("MODEL_BASE_PATH", "/models"), new("MODEL_NAME", "resnet")], s_cpu.Environment.ToArray());
        Assert.Equal(
            [new("MODEL_BASE_PATH", "/models"), new("MODEL_NAME", "resnet"), new("TF_FORCE_GPU_ALLOW_GROWTH", "true")],
            s_gpu.Environment.ToArray());
        Assert.Equal("/models/resnet", s_cpu.ModelDirectory);
    }

    [Fact]
    public void Ports_and_paths_are_the_servers_own()
    {
        Assert.Equal((8501, 8500), (s_cpu.HttpPort, s_cpu.GrpcPort));
        Assert.Equal("/v1/models/resnet", s_cpu.ReadyPath);
    }

    [Fact]
    public void Metrics_are_on_only_because_a_file_says_so()
    {
        Assert.Equal(["--monitoring_config_file=/etc/tensorflow-serving/monitoring.config"], s_cpu.Arguments.ToArray());
        Assert.Equal("/etc/tensorflow-serving", s_cpu.ConfigurationDirectory);
        Assert.Equal(
            [new("monitoring.config", "prometheus_config {\n  enable: true\n  path: \"/monitoring/prometheus/metrics\"\n}\n")],
            s_cpu.ConfigurationFiles.ToArray());
        Assert.Equal("/monitoring/prometheus/metrics", s_cpu.MetricsPath);
    }

    [Fact]
    public void Series_are_those_of_this_model()
    {
        Assert.Equal(":tensorflow:serving:request_latency_bucket{model_name=\"resnet\"}", s_cpu.LatencyBuckets);
        Assert.Equal(1_000_000, s_cpu.LatencyUnitsPerSecond);
        Assert.Equal(":tensorflow:serving:request_count{model_name=\"resnet\"}", s_cpu.Requests);
        Assert.Equal(":tensorflow:serving:request_count{model_name=\"resnet\",status!=\"OK\"}", s_cpu.FailedRequests);
    }

    [Fact]
    public void A_runtime_outside_the_enum_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Runtimes.For((ServingRuntime)99, "resnet", gpu: false));
}
