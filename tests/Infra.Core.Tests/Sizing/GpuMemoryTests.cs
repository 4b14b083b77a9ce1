using Infra.Core.Models;
using Infra.Core.Sizing;
using Infra.Core.Units;

namespace Infra.Core.Tests.Sizing;

// Everything by hand, in the comments.
public sealed class GpuMemoryTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public void A_model_with_grouped_queries_on_one_GPU()
    {
        var memory = GpuMemory.Of(Served.Request("llama-3.1-8b-instruct", WeightPrecision.Bf16, context: 8192, concurrency: 4));

        Assert.Equal(new ByteSize(16_060_522_496), memory.Weights);
        // 32 layers x 2 x 8 heads x 128 x 2 bytes = 131,072 bytes per token; x 8,192 tokens x 4 requests = 4 GiB.
        Assert.Equal(ByteSize.FromGibibytes(4), memory.KvCache);
        // Activations 1,290, one GPU's context 1,833, graphs 492.
        Assert.Equal(ByteSize.FromMebibytes(3615), memory.Overhead);
        Assert.Equal(new ByteSize(16_060_522_496 + (4096 * Mebibyte) + (3615 * Mebibyte)), memory.Total);
    }

    [Fact]
    public void Tensor_parallel_divides_weights_and_heads()
    {
        var memory = GpuMemory.Of(Served.Request("deepseek-r1-distill-llama-70b", WeightPrecision.Bf16, context: 32_768, concurrency: 4, tensorParallel: 8));

        // 70,553,706,496 x 2 bytes / 8.
        Assert.Equal(new ByteSize(17_638_426_624), memory.Weights);
        // One of 8 heads: 80 layers x 2 x 128 x 2 bytes = 40,960 bytes per token; x 32,768 x 4 = 5 GiB.
        Assert.Equal(ByteSize.FromGibibytes(5), memory.KvCache);
        // 1,290 + 3,666 with peers + 492.
        Assert.Equal(ByteSize.FromMebibytes(5448), memory.Overhead);
    }

    [Fact]
    public void More_GPUs_than_heads_hold_copies()
    {
        // 4 key/value heads over 8 GPUs: each holds one. 94 layers x 2 x 1 x 128 x 2 bytes = 48,128 bytes per token.
        Assert.Equal(new ByteSize(48_128), GpuMemory.Of(Served.Request("qwen3-235b-a22b", WeightPrecision.Bf16, context: 1, tensorParallel: 8)).KvCache);
        Assert.Equal(new ByteSize(48_128), GpuMemory.Of(Served.Request("qwen3-235b-a22b", WeightPrecision.Bf16, context: 1, tensorParallel: 4)).KvCache);
    }

    [Fact]
    public void A_latent_is_whole_on_every_GPU_and_a_stage_has_half_of_the_layers()
    {
        var memory = GpuMemory.Of(Served.Request("deepseek-r1", WeightPrecision.Fp8, context: 16_384, concurrency: 8, tensorParallel: 8, pipelineParallel: 2));

        // 61 layers: the fuller stage has 31. 31 x 576 elements x 2 bytes = 35,712 bytes per token; x 16,384 x 8.
        Assert.Equal(new ByteSize(35_712L * 16_384 * 8), memory.KvCache);
        // Tables of 129,280 x 7,168 = 926,679,040. (671,026,419,200 - 2 tables) x 31 / 61 + 1 table are that stage's part of all parameters, and so of 688,586,727,753 bytes; / 8.
        var stage = decimal.Ceiling((671_026_419_200m - (2 * 926_679_040m)) * 31 / 61) + 926_679_040m;
        Assert.Equal(new ByteSize((long)decimal.Ceiling(688_586_727_753m * stage / (671_026_419_200m * 8))), memory.Weights);
    }

    [Fact]
    public void A_stage_that_holds_a_table_is_fuller_than_its_share()
    {
        var quarter = GpuMemory.Of(Served.Request("llama-3.1-8b-instruct", WeightPrecision.Bf16, context: 0, pipelineParallel: 4)).Weights;

        // Tables of 128,256 x 4,096 = 525,336,576. (8,030,261,248 - 1,050,673,152) / 4 + 525,336,576 = 2,270,233,600 parameters, not 2,007,565,312.
        Assert.Equal(new ByteSize(2 * 2_270_233_600L), quarter);
    }

    [Fact]
    public void A_window_bounds_what_most_layers_keep()
    {
        // 62 layers, 52 of them with a window of 1,024: 2 x 16 heads x 128 x 2 bytes = 8,192 bytes per layer and token.
        Assert.Equal(new ByteSize(8192L * ((10 * 32_768) + (52 * 1024))), GpuMemory.Of(Served.Request("gemma-3-27b-it", WeightPrecision.Bf16, context: 32_768)).KvCache);
        Assert.Equal(new ByteSize(8192L * 62 * 1000), GpuMemory.Of(Served.Request("gemma-3-27b-it", WeightPrecision.Bf16, context: 1000)).KvCache);
        // Two stages: 31 layers each, 5 of which see everything.
        Assert.Equal(new ByteSize(8192L * ((5 * 32_768) + (26 * 1024))), GpuMemory.Of(Served.Request("gemma-3-27b-it", WeightPrecision.Bf16, context: 32_768, pipelineParallel: 2)).KvCache);
    }

    [Fact]
    public void A_transcription_keeps_what_the_encoder_heard() =>
        // 32 layers x 2 x 20 heads x 64 x 2 bytes = 163,840 bytes per token; 448 of its own and 1,500 frames; two requests.
        Assert.Equal(new ByteSize(163_840L * (448 + 1500) * 2), GpuMemory.Of(Served.Request("whisper-large-v3", WeightPrecision.Fp16, context: 448, concurrency: 2)).KvCache);

    [Theory]
    [InlineData("bert-base-uncased", 109_482_240L * 4)]
    [InlineData("resnet-50", 25_557_032L * 4)]
    [InlineData("sdxl-base-1.0", 3_500_650_000L * 4)]
    public void Models_that_write_no_text_cache_nothing(string model, long weights)
    {
        var memory = GpuMemory.Of(Served.Request(model, WeightPrecision.Fp32, context: 512, concurrency: 64));

        Assert.Equal((new ByteSize(weights), default), (memory.Weights, memory.KvCache));
    }

    [Theory]
    [InlineData(KvCachePrecision.Auto, WeightPrecision.Fp32, 262_144)]
    [InlineData(KvCachePrecision.Auto, WeightPrecision.Bf16, 131_072)]
    [InlineData(KvCachePrecision.Auto, WeightPrecision.Int4, 131_072)]
    [InlineData(KvCachePrecision.Fp8, WeightPrecision.Bf16, 65_536)]
    public void The_cache_has_a_format_of_its_own(KvCachePrecision cache, WeightPrecision weights, long bytesPerToken) =>
        Assert.Equal(new ByteSize(bytesPerToken), GpuMemory.Of(Served.Request("llama-3.1-8b-instruct", weights, context: 1) with { KvCache = cache }).KvCache);

    [Fact]
    public void A_measured_overhead_counts_instead_of_the_estimate() => Assert.Equal(
        ByteSize.FromGibibytes(1), GpuMemory.Of(Served.Request("qwen3-4b", WeightPrecision.Bf16, context: 0) with { Overhead = ByteSize.FromGibibytes(1) }).Overhead);

    [Fact]
    public void Nothing_overflows()
    {
        var memory = GpuMemory.Of(Served.Request("llama-3.1-405b-instruct", WeightPrecision.Fp32, context: int.MaxValue, concurrency: int.MaxValue));

        Assert.Equal((long.MaxValue, long.MaxValue), (memory.KvCache.Bytes, memory.Total.Bytes));
    }

    [Fact]
    public void A_model_that_a_user_describes_needs_no_more_than_parameters_and_shape()
    {
        var own = new ModelSpec { Name = "ours", Parameters = 1_000_000_001, Attention = new() { Layers = 10, Heads = 8, KvHeads = 2, HeadDim = 64 } };
        var request = new MemoryRequest { Model = own, Weights = WeightPrecision.Int4, Context = 100, TensorParallel = 2, PipelineParallel = 2 };

        // Half a byte each, rounded up: 500,000,001; half of the layers on each of two nodes, half of these on each of two GPUs, rounded up.
        // 5 layers x 2 x 1 head x 64 x 2 bytes x 100 tokens.
        Assert.Equal((125_000_001, 128_000), (GpuMemory.Of(request).Weights.Bytes, GpuMemory.Of(request).KvCache.Bytes));
    }
}
