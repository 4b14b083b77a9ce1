using Infra.Capacity.Platform.Estimates;
using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Sizing;

namespace Infra.Capacity.Tests.Platform;

/// <summary>The roofline of language models, by hand: bytes ÷ bandwidth, operations ÷ arithmetic, the greater of the two.</summary>
public sealed class TokenEstimateTests
{
    [Fact]
    public void Llama_8B_on_an_L40S()
    {
        // 16,060,522,496 bytes at 864 GB/s × 0.8: 23,235.7 µs. 2 × 8,030,261,248 operations at 362 TFLOPS × 0.4: 110.915 µs a token.
        var profile = Estimate("llama-3.1-8b-instruct", "g6e.xlarge", WeightPrecision.Bf16, 8192, 16, 1)!;

        Assert.Equal(23_235.7, profile.DecodeTimes.At(1), 0);
        Assert.Equal(profile.DecodeTimes.At(1), profile.DecodeTimes.At(16));
        Assert.Equal([1, 2, 4, 8, 16], profile.DecodeTimes.Points.Select(point => point.Size));
        // 210 tokens take as long as the weights; 2,048 tokens their operations.
        Assert.InRange(profile.PrefillTimes.At(1), 23_235, 23_346);
        Assert.InRange(profile.PrefillTimes.At(2048), 227_100, 227_200);
        // 2 × 8 heads × 128 elements × 2 bytes × 32 layers = 131,072 bytes a token: 0.1896 µs.
        Assert.Equal(0.18963, profile.DecodeMicrosPerCachedToken, 5);
        Assert.Equal((16, 2048, true), (profile.MaxSequences, profile.MaxBatchedTokens, profile.IsEstimate));
        Assert.Equal("estimate: roofline of llama-3.1-8b-instruct in bf16 on 1 × l40s (864 GB/s at 80 %, 362 TFLOPS at 40 %)", profile.Source);
        Assert.Empty(profile.Problems());
    }

    [Theory]
    [InlineData("p4de.24xlarge", 2048)] // 80 GB, but an A100
    [InlineData("p5.48xlarge", 8192)]
    [InlineData("g6e.48xlarge", 2048)]
    public void A_large_GPU_reads_more_tokens_in_an_iteration(string instanceType, int tokens) =>
        Assert.Equal(tokens, Estimate("llama-3.1-8b-instruct", instanceType, WeightPrecision.Bf16, 8192, 16, 1)!.MaxBatchedTokens);

    [Fact]
    public void The_cache_holds_what_memory_has_left()
    {
        var request = Request("llama-3.1-8b-instruct", WeightPrecision.Bf16, 8192, 16, 1);
        var node = Node("g6e.xlarge");
        Assert.Equal((int)(MemoryFit.Of(request, node).KvCacheRoom.Bytes / 131_072), TokenEstimate.Of(request, node)!.KvTokens);
    }

    [Fact]
    public void GPUs_that_share_layers_share_the_work_and_stages_go_one_after_the_other()
    {
        var (one, eight, stages) = (
            Estimate("deepseek-r1-distill-llama-70b", "p4de.24xlarge", WeightPrecision.Bf16, 16384, 20, 4)!,
            Estimate("deepseek-r1-distill-llama-70b", "p4de.24xlarge", WeightPrecision.Bf16, 16384, 20, 8)!,
            TokenEstimate.Of(Request("deepseek-r1-distill-llama-70b", WeightPrecision.Bf16, 16384, 20, 4) with { PipelineParallel = 2 }, Node("p4de.24xlarge"))!);

        Assert.Equal(one.DecodeTimes.At(1) / 2, eight.DecodeTimes.At(1), 3);
        Assert.Equal(one.DecodeTimes.At(1), stages.DecodeTimes.At(1), 3);
        Assert.Equal(one.DecodeMicrosPerCachedToken / 2, eight.DecodeMicrosPerCachedToken, 6);
        Assert.Equal(one.DecodeMicrosPerCachedToken, stages.DecodeMicrosPerCachedToken, 6);
    }

    [Fact]
    public void A_mixture_of_experts_reads_more_weights_the_more_tokens_there_are()
    {
        // 37 of 671 billion parameters for one token, by two tokens 1 − (1 − 0.05514)², …
        var profile = Estimate("deepseek-r1", "p5en.48xlarge", WeightPrecision.Fp8, 32768, 16, 8)!;
        var spec = Spec("deepseek-r1");
        var share = (double)spec.ActiveParameters!.Value / spec.Parameters;

        Assert.Equal(1 + (1 - share), profile.DecodeTimes.At(2) / profile.DecodeTimes.At(1), 6);
        Assert.InRange(profile.DecodeTimes.At(16) / profile.DecodeTimes.At(1), 8, 16);
    }

    [Fact]
    public void Nothing_is_estimated_without_a_source_or_without_room()
    {
        Assert.Null(Estimate("qwen2.5-0.5b-instruct", "g5g.xlarge", WeightPrecision.Fp16, 4096, 1, 1));
        Assert.Null(Estimate("llama-3.1-70b-instruct", "g6e.xlarge", WeightPrecision.Bf16, 4096, 1, 1));
        Assert.Null(Estimate("resnet-50", "g4dn.xlarge", WeightPrecision.Fp16, 1, 1, 1));
        Assert.Null(AcceleratorSpeed.Of("rtx-pro-server-6000"));
    }

    [Theory]
    [InlineData("g5.xlarge", 33_459.4)] // 16,060,522,496 bytes at 600 GB/s × 0.8
    [InlineData("p6-b200.48xlarge", 2_509.5)] // at 8,000 GB/s × 0.8
    public void Llama_8B_reads_its_weights_at_the_speed_of_the_memory(string instanceType, double micros) =>
        Assert.Equal(micros, Estimate("llama-3.1-8b-instruct", instanceType, WeightPrecision.Bf16, 4096, 1, 1)!.DecodeTimes.At(1), 1);

    private static Capacity.Service.TokenProfile? Estimate(string model, string type, WeightPrecision precision, int context, int concurrency, int tensorParallel) =>
        TokenEstimate.Of(Request(model, precision, context, concurrency, tensorParallel), Node(type));

    private static MemoryRequest Request(string model, WeightPrecision precision, int context, int concurrency, int tensorParallel) => new()
    {
        Model = Spec(model),
        Weights = precision,
        Context = context,
        Concurrency = concurrency,
        TensorParallel = tensorParallel,
    };

    private static ModelSpec Spec(string model) => ModelCatalog.Default.TryGet(model, out var spec) ? spec : throw new InvalidOperationException(model);

    private static GpuNode Node(string type) => GpuNode.Of(InstanceCatalog.Default.TryGet(type, out var found) ? found : throw new InvalidOperationException(type));
}
