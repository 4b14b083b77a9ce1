using Infra.Core.Catalog;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Serving;

public sealed class TensorFlowServingTests
{
    private static readonly RuntimeSpec _gpu = Runtimes.For(ServingRuntime.TensorFlowServing, new RuntimeRequest { Model = "resnet", Devices = 1 });
    private static readonly RuntimeSpec _cpu = Runtimes.For(ServingRuntime.TensorFlowServing, new RuntimeRequest { Model = "resnet" });

    [Fact]
    public void The_image_follows_the_device()
    {
        Assert.Equal((Pins.TensorFlowServingGpu.Reference, Pins.TensorFlowServing.Reference), (_gpu.Image, _cpu.Image));
        Assert.Equal([CpuArchitecture.Amd64], _gpu.Architectures.ToArray());
    }

    [Fact]
    public void The_server_finds_its_model_by_environment()
    {
        Assert.Equal([new("MODEL_BASE_PATH", "/models"), new("MODEL_NAME", "resnet")], _cpu.Environment.ToArray());
        Assert.Equal(
            [new("MODEL_BASE_PATH", "/models"), new("MODEL_NAME", "resnet"), new("TF_FORCE_GPU_ALLOW_GROWTH", "true")],
            _gpu.Environment.ToArray());
        Assert.Equal("/models/resnet", _cpu.ModelDirectory);
    }

    [Fact]
    public void Ports_and_paths_are_the_servers_own()
    {
        Assert.Equal((8501, 8500), (_cpu.HttpPort, _cpu.GrpcPort));
        Assert.Equal(("/v1/models/resnet", "/v1/models/resnet", "/v1/models/resnet"), (_cpu.ApiPath, _cpu.ReadyPath, _cpu.LivePath));
    }

    [Fact]
    public void Metrics_are_on_only_because_a_file_says_so()
    {
        Assert.Equal(["--monitoring_config_file=/etc/tensorflow-serving/monitoring.config"], _cpu.Arguments.ToArray());
        Assert.Equal("/etc/tensorflow-serving", _cpu.ConfigurationDirectory);
        Assert.Equal(
            [new("monitoring.config", "prometheus_config {\n  enable: true\n  path: \"/monitoring/prometheus/metrics\"\n}\n")],
            _cpu.ConfigurationFiles.ToArray());
        Assert.Equal(("/monitoring/prometheus/metrics", null), (_cpu.Metrics!.Path, _cpu.Metrics.Port));
    }

    [Fact]
    public void Series_are_those_of_this_model()
    {
        var metrics = _cpu.Metrics!;

        Assert.Equal(
            "histogram_quantile(0.95, sum by (le) (rate(:tensorflow:serving:request_latency_bucket{namespace=\"models\",model_name=\"resnet\"}[5m]))) / 1000000",
            metrics.Latency!.Quantile(0.95, "models", Window.Minutes(5)).Text);
        Assert.Equal(
            "sum(rate(:tensorflow:serving:request_count{namespace=\"models\",model_name=\"resnet\","
                + "status=~\"UNKNOWN|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS\"}[5m]))"
                + " / sum(rate(:tensorflow:serving:request_count{namespace=\"models\",model_name=\"resnet\"}[5m]))",
            metrics.Counters!.FailedShare("models", Window.Minutes(5)).Text);
        Assert.Equal((null, null, null, null), (metrics.Waiting, metrics.Running, metrics.CacheUse, metrics.FirstToken));
    }

    [Fact]
    public void Requests_are_gathered_as_a_second_file_says()
    {
        var runtime = TensorFlowServing.For(new RuntimeRequest { Model = "resnet", Devices = 1, Batching = new BatchingOptions(32, TimeSpan.FromMilliseconds(5)) });

        Assert.Equal(
            [
                "--monitoring_config_file=/etc/tensorflow-serving/monitoring.config",
                "--enable_batching=true",
                "--batching_parameters_file=/etc/tensorflow-serving/batching.config",
            ],
            runtime.Arguments.ToArray());
        Assert.Equal("max_batch_size { value: 32 }\nbatch_timeout_micros { value: 5000 }\n", runtime.ConfigurationFiles["batching.config"]);
    }

    [Fact]
    public void The_checksum_follows_names_and_contents_of_the_files()
    {
        RuntimeSpec With(string name, string content) => _cpu with { ConfigurationFiles = _cpu.ConfigurationFiles.Clear().Add(name, content) };

        Assert.Equal(_cpu.ConfigurationChecksum, _gpu.ConfigurationChecksum);
        Assert.Equal(4, new[] { _cpu, With("a", "bc"), With("ab", "c"), With("a", "bd") }.Select(runtime => runtime.ConfigurationChecksum).Distinct().Count());
    }

    [Fact]
    public void A_runtime_outside_the_enum_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Runtimes.For((ServingRuntime)99, new RuntimeRequest { Model = "resnet" }));
}
