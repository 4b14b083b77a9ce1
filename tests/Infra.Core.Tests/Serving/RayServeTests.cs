using Infra.Core.Catalog;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Tests.Serving;

public sealed class RayServeTests
{
    private static readonly RuntimeRequest _llm = new() { Model = "qwen", Devices = 1, Llm = new LlmOptions { Context = 4096, Concurrency = 8 } };

    [Fact]
    public void Ray_starts_the_server_and_answers_in_its_place()
    {
        var elsewhere = Runtimes.For(ServingRuntime.Vllm, ServingBackend.Plain, _llm);
        var spec = Runtimes.For(ServingRuntime.Vllm, ServingBackend.Ray, _llm);

        Assert.Equal("docker.io/rayproject/ray-llm:2.52.0-py311-cu128", spec.Image);
        Assert.Empty(spec.Command);
        Assert.Empty(spec.Arguments);
        Assert.Equal((8000, null, "/-/healthz"), (spec.HttpPort, spec.GrpcPort, spec.ReadyPath));
        Assert.Equal<CpuArchitecture>([CpuArchitecture.Amd64], spec.Architectures);
        Assert.Equal((elsewhere.ModelDirectory, elsewhere.SharedMemory, elsewhere.Name), (spec.ModelDirectory, spec.SharedMemory, spec.Name));
        Assert.Equal(elsewhere.Environment, spec.Environment);
    }

    [Fact]
    public void A_container_of_one_s_own_keeps_its_image() => Assert.Equal(
        "registry.example.com/app:1",
        Runtimes.For(
            ServingRuntime.Container,
            ServingBackend.Ray,
            new RuntimeRequest { Model = "m", Container = new ContainerOptions { Image = "registry.example.com/app:1" }, Ray = new RayApplication("app:app", "Model", "2.52.0") }).Image);

    [Fact]
    public void Metrics_are_those_of_Ray_s_proxies_on_a_port_of_their_own()
    {
        var metrics = Runtimes.For(ServingRuntime.Vllm, ServingBackend.Ray, _llm).Metrics!;

        Assert.Equal((8080, "/metrics"), (metrics.Port, metrics.Path));
        Assert.Equal(
            "histogram_quantile(0.95, sum by (le) (rate(ray_serve_http_request_latency_ms_bucket{namespace=\"ns\",application=\"qwen\"}[5m]))) / 1000",
            metrics.Latency!.Quantile(0.95, "ns", Window.Minutes(5)).Text);
        Assert.Equal(
            "sum(rate(ray_serve_num_http_requests_total{namespace=\"ns\",application=\"qwen\",status_code=~\"5..\"}[5m])) / sum(rate(ray_serve_num_http_requests_total{namespace=\"ns\",application=\"qwen\"}[5m]))",
            metrics.Counters!.FailedShare("ns", Window.Minutes(5)).Text);
    }

    [Fact]
    public void The_version_of_Ray_is_that_of_the_image() => Assert.Equal("2.52.0", RayServe.RayVersion);

    [Theory]
    [InlineData(false, "1", 4096)]
    [InlineData(true, "1500m", 4608)]
    public void The_head_is_a_pod_beside_the_controllers(bool isScaled, string cpu, int mebibytes)
    {
        var head = RayHead.Footprint("qwen", RayHead.Cpu, RayHead.Memory, isScaled);

        Assert.Equal(("qwen-head", 1, cpu, (long)mebibytes << 20), (head.Workload, head.Replicas, head.Cpu.ToString(), head.Memory.Bytes));
    }
}
