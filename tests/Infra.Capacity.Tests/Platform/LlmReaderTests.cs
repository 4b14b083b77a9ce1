using System.Text.Json.Nodes;
using Infra.Capacity.Platform.Reading;
using Infra.Core.Models;

namespace Infra.Capacity.Tests.Platform;

/// <summary>Which model a plan means, by the inputs of its component.</summary>
public sealed class LlmReaderTests
{
    [Theory]
    [InlineData("""{"model": "qwen2.5-7b-instruct"}""", """{"s3Path": "llama-3.1-8b-instruct"}""", "qwen2.5-7b-instruct")]
    [InlineData("""{"model": "a-later-one"}""", """{"huggingFace": "Qwen/Qwen2.5-7B-Instruct"}""", "qwen2.5-7b-instruct")]
    // As plans were before components said it.
    [InlineData("{}", """{"huggingFace": "Qwen/Qwen2.5-7B-Instruct"}""", "qwen2.5-7b-instruct")]
    [InlineData("{}", """{"s3Path": "chat/llama-3.1-8b-instruct"}""", "llama-3.1-8b-instruct")]
    [InlineData("{}", """{"volume": {"path": "/models/llama-3.1-8b-instruct"}}""", "llama-3.1-8b-instruct")]
    [InlineData("{}", """{"s3Path": "chat"}""", null)]
    [InlineData("""{"model": {"$unknown": true}}""", """{"s3Path": "chat"}""", null)]
    [InlineData("""{"shape": {"layers": 32}}""", """{"s3Path": "chat"}""", null)]
    public void By_its_name_or_as_plans_of_before_by_its_source(string llm, string source, string? model) =>
        Assert.Equal(model, LlmReader.Spec(JsonNode.Parse(llm)!, JsonNode.Parse(source))?.Name);

    [Fact]
    public void By_its_shape()
    {
        var spec = LlmReader.Spec(JsonNode.Parse("""{"shape": {"parametersBillions": 7.5, "layers": 32, "heads": 40, "kvHeads": 8, "headDim": 128, "publishedIn": "fp16"}}""")!, null)!;

        Assert.Equal(("a model of 7.5 billion parameters", 7_500_000_000, WeightPrecision.Fp16), (spec.Name, spec.Parameters, spec.NativePrecision));
        Assert.Equal(new AttentionShape { Layers = 32, Heads = 40, KvHeads = 8, HeadDim = 128 }, spec.Attention);
    }
}
