using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Units;

namespace Infra.Core.Tests.Models;

// The published numbers stand here and not only in the catalogue, so that an edit there can't bend them. Each is metadata.total_size of
// huggingface.co/<repository>/blob/main/model.safetensors.index.json, the bytes of all tensors without file headers. The hub itself was out of reach: they were read on
// 2026-11-22 in copies of these indexes that stand in public repositories. For Llama 3.2, 3.3 and 405B, the distilled DeepSeek-R1 models, the other Qwen, Gemma and Mixtral
// models, Phi-4 mini, BERT, ResNet, Whisper and SDXL no published total was found.
public sealed class PublishedCheckpointTests
{
    [Theory]
    [InlineData("llama-3.1-8b-instruct", "meta-llama/Llama-3.1-8B-Instruct", 16_060_522_496)]
    [InlineData("llama-3.1-70b-instruct", "meta-llama/Llama-3.1-70B-Instruct", 141_107_412_992)]
    [InlineData("qwen2.5-3b-instruct", "Qwen/Qwen2.5-3B-Instruct", 6_171_877_376)]
    [InlineData("qwen2.5-7b-instruct", "Qwen/Qwen2.5-7B-Instruct", 15_231_233_024)]
    [InlineData("qwen2.5-14b-instruct", "Qwen/Qwen2.5-14B-Instruct", 29_540_067_328)]
    [InlineData("qwen2.5-32b-instruct", "Qwen/Qwen2.5-32B-Instruct", 65_527_752_704)]
    [InlineData("qwen2.5-72b-instruct", "Qwen/Qwen2.5-72B-Instruct", 145_412_407_296)]
    [InlineData("qwen3-4b", "Qwen/Qwen3-4B", 8_044_936_192)]
    [InlineData("qwen3-8b", "Qwen/Qwen3-8B", 16_381_470_720)]
    [InlineData("qwen3-14b", "Qwen/Qwen3-14B", 29_536_614_400)]
    [InlineData("qwen3-32b", "Qwen/Qwen3-32B", 65_524_246_528)]
    [InlineData("qwen3-30b-a3b", "Qwen/Qwen3-30B-A3B", 61_064_245_248)]
    [InlineData("qwen3-235b-a22b", "Qwen/Qwen3-235B-A22B", 470_187_269_120)]
    [InlineData("mistral-7b-instruct-v0.3", "mistralai/Mistral-7B-Instruct-v0.3", 14_496_047_104)]
    [InlineData("mixtral-8x7b-instruct-v0.1", "mistralai/Mixtral-8x7B-Instruct-v0.1", 93_405_585_408)]
    [InlineData("gemma-2-9b-it", "google/gemma-2-9b-it", 18_483_411_968)]
    [InlineData("phi-4", "microsoft/phi-4", 29_319_014_400)]
    public void Parameters_times_two_bytes_are_the_total_of_the_checkpoint(string name, string repository, long totalSize)
    {
        var model = Model(name);

        Assert.Equal(repository, model.Repository);
        Assert.Equal(WeightPrecision.Bf16, model.NativePrecision);
        // Computed, as for a model that nobody published a total of; then the published figure itself.
        Assert.Equal(new ByteSize(totalSize), (model with { CheckpointSize = null }).WeightBytes(WeightPrecision.Bf16));
        Assert.Equal((new ByteSize(totalSize), "hub-index"), (model.CheckpointSize!.Value, model.CheckpointSource!.Id));
    }

    [Theory]
    // Experts in MXFP4: 4.25 bits with their scales; everything else in bfloat16. Half a byte for each parameter is the floor.
    [InlineData("gpt-oss-20b", 13_761_264_768, 10_457_378_592)]
    [InlineData("gpt-oss-120b", 65_248_815_744, 58_414_578_336)]
    public void What_is_published_counts_more_than_the_floor_of_its_format(string name, long totalSize, long floor)
    {
        var model = Model(name);

        Assert.Equal((new ByteSize(totalSize), FactBasis.Measured), (model.WeightBytes(WeightPrecision.Mxfp4), model.WeightBasis(WeightPrecision.Mxfp4)));
        Assert.Equal((new ByteSize(floor), FactBasis.Estimated), (model.WeightBytes(WeightPrecision.Int4), model.WeightBasis(WeightPrecision.Int4)));
    }

    [Theory]
    // All files of huggingface.co/deepseek-ai/DeepSeek-R1 at 56d4cbbb and DeepSeek-V3 at afb92e1f, from a public inventory: their index has no total. They hold scales and
    // a module for multi-token prediction beside the 671,026,419,200 parameters of the model itself.
    [InlineData("deepseek-r1")]
    [InlineData("deepseek-v3")]
    public void DeepSeek_is_published_in_FP8(string name)
    {
        Assert.Equal(new ByteSize(688_586_727_753), Model(name).WeightBytes(WeightPrecision.Fp8));
        Assert.Equal(new ByteSize(1_342_052_838_400), Model(name).WeightBytes(WeightPrecision.Bf16));
    }

    private static ModelSpec Model(string name)
    {
        Assert.True(ModelCatalog.Default.TryGet(name, out var model));
        return model;
    }
}
