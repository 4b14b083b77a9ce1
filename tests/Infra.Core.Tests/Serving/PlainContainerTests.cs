using Infra.Core.Serving;

namespace Infra.Core.Tests.Serving;

public sealed class PlainContainerTests
{
    [Fact]
    public void Without_more_than_an_image_it_is_the_usual_Flask_predictor()
    {
        var runtime = PlainContainer.For(new RuntimeRequest { Model = "m", Container = new ContainerOptions { Image = "ghcr.io/acme/predictor:1.4.2" } });

        Assert.Equal(
            ("ghcr.io/acme/predictor:1.4.2", 8080, null, "", "/health", "/health", "/models"),
            (runtime.Image, runtime.HttpPort, runtime.GrpcPort, runtime.ApiPath, runtime.ReadyPath, runtime.LivePath, runtime.ModelDirectory));
        Assert.Equal([new("HOME", "/tmp")], runtime.Environment.ToArray());
        Assert.Equal(new ModelFiles("*", "file"), runtime.ModelFiles);
        Assert.Empty(runtime.Arguments);
        Assert.Null(runtime.Metrics);
    }

    [Fact]
    public void Everything_can_be_said_otherwise()
    {
        var runtime = PlainContainer.For(new RuntimeRequest
        {
            Model = "m",
            Container = new ContainerOptions
            {
                Image = "i:1",
                Arguments = ["--workers=2"],
                Port = 5000,
                GrpcPort = 5001,
                ReadyPath = "/ready",
                LivePath = "/live",
                ApiPath = "/predict",
                MetricsPath = "/prometheus",
                ModelDirectory = "/data",
            },
        });

        Assert.Equal(
            (5000, 5001, "/predict", "/ready", "/live", "/data"),
            (runtime.HttpPort, runtime.GrpcPort, runtime.ApiPath, runtime.ReadyPath, runtime.LivePath, runtime.ModelDirectory));
        Assert.Equal(["--workers=2"], runtime.Arguments.ToArray());
        Assert.Equal(("/prometheus", null, null, null), (runtime.Metrics!.Path, runtime.Metrics.Port, runtime.Metrics.Latency, runtime.Metrics.Counters));
    }
}
