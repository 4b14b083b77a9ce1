using Infra.Core.Catalog;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Serving;

public sealed class TritonTests
{
    private static readonly TritonModel _onnx = new() { Name = "detector", Backend = TritonBackend.OnnxRuntime };

    [Fact]
    public void The_server_is_ready_only_with_all_models_and_tells_percentiles()
    {
        var runtime = Triton.For(new RuntimeRequest { Model = "vision", Devices = 1, Accelerators = VllmTests.Gpus("t4") });

        Assert.Equal(
            [
                "tritonserver",
                "--model-repository=/models",
                "--exit-on-error=true",
                "--strict-readiness=true",
                "--exit-timeout-secs=15",
                "--metrics-config=summary_latencies=true",
                "--metrics-config=summary_quantiles=0.5:0.05,0.9:0.01,0.95:0.001,0.99:0.001",
            ],
            runtime.Arguments.ToArray());
        Assert.Equal((8000, 8001, "/v2", "/v2/health/ready", "/v2/health/live"), (runtime.HttpPort, runtime.GrpcPort, runtime.ApiPath, runtime.ReadyPath, runtime.LivePath));
        Assert.Equal(
            ("/models", new ModelFiles("*/[0-9]*/*", "MODEL/VERSION/FILE"), ByteSize.FromGibibytes(1)), (runtime.ModelDirectory, runtime.ModelFiles, runtime.SharedMemory));
        Assert.Equal([CpuArchitecture.Amd64], runtime.Architectures.ToArray());
        Assert.Empty(runtime.ConfigurationFiles);
        Assert.Equal([KeyValuePair.Create("HOME", "/tmp")], runtime.Environment);
        Assert.Empty(runtime.Command);
    }

    [Fact]
    public void Volta_has_an_image_of_its_own()
    {
        Assert.Equal("nvcr.io/nvidia/tritonserver:26.02-py3", Triton.For(new RuntimeRequest { Model = "m" }).Image);
        Assert.Equal(Pins.TritonForVolta.Reference, Triton.For(new RuntimeRequest { Model = "m", Devices = 1, Accelerators = VllmTests.Gpus("t4", "v100-16gb") }).Image);
    }

    [Fact]
    public void Metrics_have_a_port_of_their_own_and_count_all_models_of_the_server()
    {
        var metrics = Triton.For(new RuntimeRequest { Model = "vision" }).Metrics!;

        Assert.Equal((8002, "/metrics"), (metrics.Port, metrics.Path));
        Assert.Equal(
            "max(nv_inference_request_summary_us{namespace=\"models\",app_kubernetes_io_instance=\"vision\",quantile=\"0.95\"}) / 1000000 >= 0",
            metrics.Latency!.Quantile(0.95, "models", Window.Minutes(5)).Text);
        Assert.Equal(
            "sum(rate(nv_inference_request_failure{namespace=\"models\",app_kubernetes_io_instance=\"vision\",reason!=\"CANCELED\"}[5m]))"
                + " / (sum(rate(nv_inference_request_success{namespace=\"models\",app_kubernetes_io_instance=\"vision\"}[5m]))"
                + " + sum(rate(nv_inference_request_failure{namespace=\"models\",app_kubernetes_io_instance=\"vision\"}[5m])))",
            metrics.Counters!.FailedShare("models", Window.Minutes(5)).Text);
        Assert.Equal("nv_inference_pending_request_count{namespace=\"models\",app_kubernetes_io_instance=\"vision\"}", metrics.Waiting!.Metric.Now(metrics.Waiting!.In("models")).Text);
    }

    [Fact]
    public void A_listed_model_gets_its_configuration()
    {
        var model = _onnx with { Instances = 2, DynamicBatching = new BatchingOptions(32, TimeSpan.FromMilliseconds(0.5)), PreferredBatchSizes = [8, 16] };
        var runtime = Triton.For(new RuntimeRequest { Model = "vision", Devices = 1, TritonModels = [model] });

        Assert.Equal((true, "/etc/triton"), (runtime.ConfiguresModels, runtime.ConfigurationDirectory));
        var file = Assert.Single(runtime.ConfigurationFiles);
        Assert.Equal("detector.pbtxt", file.Key);
        Assert.Equal(
            """
            name: "detector"
            backend: "onnxruntime"
            max_batch_size: 32
            dynamic_batching {
              preferred_batch_size: [ 8, 16 ]
              max_queue_delay_microseconds: 500
            }
            instance_group [
              {
                count: 2
                kind: KIND_GPU
              }
            ]

            """,
            file.Value);
    }

    [Theory]
    [InlineData(TritonBackend.OnnxRuntime, 1, "KIND_GPU")]
    [InlineData(TritonBackend.OnnxRuntime, 0, "KIND_CPU")]
    [InlineData(TritonBackend.OpenVino, 1, "KIND_CPU")]
    public void Copies_stand_where_the_backend_runs(TritonBackend backend, int devices, string kind)
    {
        var runtime = Triton.For(new RuntimeRequest { Model = "vision", Devices = devices, TritonModels = [_onnx with { Backend = backend }] });

        Assert.Contains($"\n    count: 1\n    kind: {kind}\n", runtime.ConfigurationFiles["detector.pbtxt"], StringComparison.Ordinal);
        Assert.DoesNotContain("batch", runtime.ConfigurationFiles["detector.pbtxt"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_batching_of_the_service_is_that_of_models_without_their_own()
    {
        var own = _onnx with { Name = "own", DynamicBatching = new BatchingOptions(4, TimeSpan.Zero) };
        var files = Triton.For(new RuntimeRequest { Model = "vision", TritonModels = [_onnx, own], Batching = new BatchingOptions(64, TimeSpan.FromMilliseconds(2)) }).ConfigurationFiles;

        Assert.Contains("max_batch_size: 64\ndynamic_batching {\n  max_queue_delay_microseconds: 2000\n}", files["detector.pbtxt"], StringComparison.Ordinal);
        Assert.Contains("max_batch_size: 4\ndynamic_batching {\n  max_queue_delay_microseconds: 0\n}", files["own.pbtxt"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_waited_too_long_is_refused()
    {
        var model = _onnx with { DynamicBatching = new BatchingOptions(32, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(60)) };

        Assert.Contains(
            """
            dynamic_batching {
              max_queue_delay_microseconds: 500000
              default_queue_policy {
                timeout_action: REJECT
                default_timeout_microseconds: 60000000
              }
            }
            instance_group
            """,
            TritonModelConfiguration.Of(model, gpu: true),
            StringComparison.Ordinal);
    }
}
