using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Sizing;

namespace Infra.Core.Tests.Sizing;

public sealed class InstanceFitsTests
{
    [Fact]
    public void Cheapest_first_and_each_with_its_smallest_split()
    {
        var fits = Of(Served.Request("deepseek-r1-distill-llama-70b", WeightPrecision.Bf16, context: 32_768, concurrency: 4, tensorParallel: 2));

        var prices = fits.Found.Select(fit => fit.UsdPerHour ?? decimal.MaxValue).ToList();
        Assert.Equal(prices.Order(), prices);
        Assert.Equal("p4d.24xlarge with tensorParallel 8", fits.Found.Single(fit => fit.Type.Name == "p4d.24xlarge").ToString());
        Assert.Equal("p5en.48xlarge with tensorParallel 2", fits.Found.Single(fit => fit.Type.Name == "p5en.48xlarge").ToString());
        Assert.All(fits.Found, fit => Assert.True(fit.Fit.Fits));
        Assert.All(fits.Found, fit => Assert.Equal(1, fit.Nodes));
    }

    [Fact]
    public void Everything_considered_either_fits_or_has_no_split_that_does()
    {
        var request = Served.Request("qwen2.5-32b-instruct", WeightPrecision.Fp16, context: 8192, concurrency: 4);
        var fits = Of(request);
        var others = InstanceCatalog.Default.All
            .Where(type => type is { Accelerator: { Manufacturer: "nvidia", Count: > 0 }, Architecture: CpuArchitecture.Amd64, Lifecycle.Status: LifecycleStatus.Current })
            .Where(type => fits.Found.All(fit => fit.Type != type))
            .ToList();

        Assert.Equal(fits.Considered, fits.Found.Length + others.Count);
        Assert.All(others, type => Assert.All(ParallelSplit.Allowed(request.Model, GpuNode.Of(type)), size => Assert.False(MemoryFit.Of(request with { TensorParallel = size }, GpuNode.Of(type)).Fits)));
    }

    [Fact]
    public void Nodes_are_joined_only_where_no_single_one_has_the_room()
    {
        // 1,342 GB in bfloat16 at half of the memory: too much even for eight B300.
        var fits = Of(Served.Request("deepseek-r1", WeightPrecision.Bf16, context: 16_384) with { MemoryUtilization = 0.5m });

        Assert.Equal("4 of 47 GPU instance types fit; cheapest: 3 x p5en.48xlarge with tensorParallel 8 and pipelineParallel 3 (189.888 USD/h in us-east-1)", fits.ToString());
        Assert.Equal(
            [
                "3 x p5en.48xlarge with tensorParallel 8 and pipelineParallel 3 (189.888 USD/h in us-east-1)",
                "2 x p6-b200.48xlarge with tensorParallel 8 and pipelineParallel 2 (227.8656 USD/h in us-east-1)",
                "2 x p6-b300.48xlarge with tensorParallel 8 and pipelineParallel 2 (284.832 USD/h in us-east-1)",
                "3 x p5e.48xlarge with tensorParallel 8 and pipelineParallel 3 (no price known in us-east-1)",
            ],
            fits.Found.Select(fit => fit.WithPrice("us-east-1")));
    }

    [Fact]
    public void Whatever_runs_on_no_GPU_fits_none()
    {
        var fits = Of(Served.Request("llama-3.1-405b-instruct", WeightPrecision.Fp32, context: 131_072, concurrency: 1000));

        Assert.Equal("none of 47 GPU instance types has the room", fits.ToString());
    }

    [Fact]
    public void Where_no_price_is_known_it_says_so_and_goes_by_name()
    {
        var fits = InstanceFits.Of(InstanceCatalog.Default, Served.Request("resnet-50", WeightPrecision.Fp32, context: 0), CpuArchitecture.Amd64, "xx-nowhere-1");

        Assert.Equal("47 of 47 GPU instance types fit; cheapest: g4dn.12xlarge (no price known in xx-nowhere-1)", fits.ToString());
    }

    private static InstanceFits Of(MemoryRequest request) => InstanceFits.Of(InstanceCatalog.Default, request, CpuArchitecture.Amd64, "us-east-1");
}
