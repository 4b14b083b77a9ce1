using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Nodes;
using Infra.Core.Sizing;
using Infra.Core.Units;

namespace Infra.Core.Tests.Sizing;

public sealed class MemoryFitTests
{
    [Fact]
    public void The_distilled_70B_fits_eight_A100()
    {
        var fit = MemoryFit.Of(Served.Request("deepseek-r1-distill-llama-70b", WeightPrecision.Bf16, context: 32_768, concurrency: 4, tensorParallel: 8), Served.Node("p4d.24xlarge"));

        // 40,442 MiB x 0.9.
        Assert.Equal(new ByteSize((long)(40_442m * 1_048_576 * 0.9m)), fit.Budget);
        Assert.True(fit.Fits);
        // What weights and overhead leave, at 40,960 bytes per token: 361,689 tokens.
        var room = fit.Budget.Bytes - 17_638_426_624 - (5448L << 20);
        Assert.Equal(new ByteSize(room), fit.KvCacheRoom);
        Assert.Equal(room / (40_960L * 32_768), fit.MaxConcurrency);
        Assert.Equal((int)(room / (40_960L * 4)), fit.MaxContext);
        Assert.Equal((11L, 90_422), (fit.MaxConcurrency!.Value, fit.MaxContext!.Value));
    }

    [Fact]
    public void The_671B_fits_two_nodes_of_eight_H100_in_its_own_FP8()
    {
        var request = Served.Request("deepseek-r1", WeightPrecision.Fp8, context: 32_768, concurrency: 8, tensorParallel: 8, pipelineParallel: 2);

        Assert.True(MemoryFit.Of(request, Served.Node("p5.48xlarge")).Fits);
        Assert.False(MemoryFit.Of(request with { PipelineParallel = 1 }, Served.Node("p5.48xlarge")).Fits);
    }

    [Fact]
    public void The_greatest_context_is_the_last_that_fits_also_behind_the_bend_of_a_window()
    {
        var fit = MemoryFit.Of(Served.Request("gemma-3-27b-it", WeightPrecision.Bf16, context: 1024, concurrency: 8), Served.Node("p5.4xlarge"));
        var most = fit.MaxContext!.Value;

        Assert.InRange(most, 1025, 131_071);
        Assert.True((fit with { PerGpu = GpuMemory.Of(fit.Request with { Context = most }) }).Fits);
        Assert.False((fit with { PerGpu = GpuMemory.Of(fit.Request with { Context = most + 1 }) }).Fits);
    }

    [Fact]
    public void No_context_is_greater_than_what_the_model_was_made_for() =>
        Assert.Equal(32_768, MemoryFit.Of(Served.Request("qwen2.5-0.5b-instruct", WeightPrecision.Fp16, context: 1024), Served.Node("g4dn.xlarge")).MaxContext);

    [Fact]
    public void Where_the_weights_alone_are_too_much_nothing_is_left()
    {
        var fit = MemoryFit.Of(Served.Request("llama-3.3-70b-instruct", WeightPrecision.Bf16, context: 1024), Served.Node("g4dn.xlarge"));

        Assert.Equal((default, 0L, 0), (fit.KvCacheRoom, fit.MaxConcurrency!.Value, fit.MaxContext!.Value));
    }

    [Fact]
    public void A_model_that_caches_nothing_has_no_greatest_context()
    {
        var fit = MemoryFit.Of(Served.Request("resnet-50", WeightPrecision.Fp32, context: 0), Served.Node("g4dn.xlarge"));

        Assert.True(fit.Fits);
        Assert.Equal((null, null), (fit.MaxConcurrency, fit.MaxContext));
    }

    [Fact]
    public void A_piece_of_a_GPU_and_a_share_stand_alone()
    {
        var type = Served.Type("p4d.24xlarge");
        var pieces = AdvertisedDevice.Of([type], GpuSharing.Mig("all-3g.20gb", MigStrategy.Single)).Single();
        var shares = AdvertisedDevice.Of([type], GpuSharing.Mps(4)).Single();
        var turns = AdvertisedDevice.Of([type], GpuSharing.TimeSlicing(4)).Single();

        Assert.Equal((8, type.Accelerator!.Model.UsableMemory), Of(AdvertisedDevice.Of([type], GpuSharing.None).Single()));
        // 40,442 MiB x 4 / 8 x 95 %; 40,442 MiB / 4; the whole, in turns.
        Assert.Equal((1, ByteSize.FromMebibytes(19_209)), Of(pieces));
        Assert.Equal((1, new ByteSize((40_442L << 20) / 4)), Of(shares));
        Assert.Equal((1, type.Accelerator.Model.UsableMemory), Of(turns));

        (int Count, ByteSize Memory) Of(AdvertisedDevice device) => GpuNode.Of(type, device) is var node ? (node.Count, node.Memory) : default;
    }

    [Fact]
    public void A_type_without_accelerators_is_no_GPU_node() =>
        Assert.StartsWith("c6i.large has no accelerator.", Assert.Throws<ArgumentException>(() => Served.Node("c6i.large")).Message, StringComparison.Ordinal);
}
