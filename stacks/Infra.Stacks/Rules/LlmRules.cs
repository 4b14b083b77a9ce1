using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Models;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Sizing;
using Infra.Core.Units;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of language models: formats that can be had, and memory.</summary>
internal static class LlmRules
{
    /// <summary>How a model is served.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="llm">The configuration.</param>
    public static LlmOptions Options(string model, LlmConfig llm) => new()
    {
        Precision = Weights(llm, llm.Spec(model)?.NativePrecision),
        KvCache = llm.KvCache,
        Context = llm.Context,
        Concurrency = llm.Concurrency,
        TensorParallel = llm.TensorParallel,
        PipelineParallel = llm.PipelineParallel,
        MemoryUtilization = (decimal)llm.MemoryUtilization,
        Quantization = llm.Quantization,
        Loader = llm.Loader,
        LoraAdapters = llm.LoraAdapters.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>Checks a model against all instance types of its pools, up to the first that it doesn't fit: the others would say the same.</summary>
    /// <param name="modelPath">Path of the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="pools">Its pools.</param>
    /// <param name="region">The region whose prices count.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string modelPath, ModelConfig model, IEnumerable<CheckedPool> pools, string region, ConfigProblems problems)
    {
        var path = ConfigPath.Key(modelPath, "llm");
        if (model.Llm is not { } llm || llm.Spec(model.Name) is not { } spec || problems.Cover(path))
        {
            return;
        }

        CheckQuantization(path, llm, spec, problems);
        if (problems.Cover(path))
        {
            return;
        }

        var options = Options(model.Name, llm);
        var request = new MemoryRequest
        {
            Model = spec,
            Weights = options.Precision ?? WeightPrecision.Bf16,
            KvCache = options.KvCache,
            Context = options.Context,
            Concurrency = options.Concurrency,
            TensorParallel = options.TensorParallel,
            PipelineParallel = options.PipelineParallel,
            MemoryUtilization = options.MemoryUtilization,
        };
        var nodes = pools.SelectMany(pool => pool.InstanceTypes.Where(type => type.Accelerator is not null).Select(type => GpuNode.Of(type, AdvertisedDevice.OfAny([type], pool.Sharing)[0])));
        foreach (var node in nodes)
        {
            var before = problems.Count;
            MemoryFitRules.Check(path, request, node, region, problems);
            if (problems.Count > before)
            {
                return;
            }
        }

        CheckSize(ConfigPath.Key(modelPath, "size"), model, spec, problems);
    }

    // The volume would be full before the model is there, and the kubelet would evict the pod.
    private static void CheckSize(string path, ModelConfig model, ModelSpec spec, ConfigProblems problems)
    {
        var published = spec.NativePrecision ?? WeightPrecision.Bf16;
        var weights = spec.WeightBytes(published);
        if (model.Size < weights)
        {
            var enough = ByteSize.FromGibibytes(((weights.Bytes + (weights.Bytes / 10)) >> 30) + 1);
            problems.Add(path, $"{model.Size} can't hold the weights of {spec.Name} as published, {Gibibytes.OrMore(weights)} in {published.Name()}; say {enough} or more");
        }
    }

    private static WeightPrecision? Weights(LlmConfig llm, WeightPrecision? published) => llm.Precision ?? llm.Quantization switch
    {
        null => published,
        QuantizationMethod.Fp8 => WeightPrecision.Fp8,
        _ => WeightPrecision.Int4,
    };

    // vLLM loads what the checkpoint has. Between formats of 16 and 32 bits it converts; to narrower ones only as it is told.
    private static void CheckQuantization(string path, LlmConfig llm, ModelSpec spec, ConfigProblems problems)
    {
        var published = spec.NativePrecision ?? WeightPrecision.Bf16;
        if (llm.Quantization is { } method && llm.Precision is { } precision && !Makes(method).Contains(precision))
        {
            problems.Add(
                ConfigPath.Key(path, "precision"),
                $"{WireNames.Name(method)} makes {string.Join(" or ", Makes(method).Select(made => made.Name()))}, not {precision.Name()}; change one of the two");
        }
        else if (published.IsFloor() && (llm.Quantization is not null || (llm.Precision is { } other && other != published)))
        {
            problems.Add(
                ConfigPath.Key(path, llm.Quantization is not null ? "quantization" : "precision"),
                $"{spec.Name} is published in {published.Name()}, and vLLM loads it as it is; remove it");
        }
        else if (!published.IsFloor() && llm is { Quantization: null, Precision: { } narrow } && narrow.IsFloor())
        {
            var ways = Enum.GetValues<QuantizationMethod>().Where(way => Makes(way).Contains(narrow)).Select(way => WireNames.Name(way)).ToList();
            problems.Add(
                ConfigPath.Key(path, "quantization"),
                ways.Count == 0
                    ? $"missing; {spec.Name} is published in {published.Name()}, and nothing here makes {narrow.Name()} of it; take another precision"
                    : $"missing; {spec.Name} is published in {published.Name()}; say how it becomes {narrow.Name()}: {string.Join(", ", ways)}");
        }
    }

    private static ImmutableArray<WeightPrecision> Makes(QuantizationMethod method) => method switch
    {
        QuantizationMethod.Fp8 => [WeightPrecision.Fp8],
        QuantizationMethod.Gptq => [WeightPrecision.Int4, WeightPrecision.Int8],
        _ => [WeightPrecision.Int4],
    };
}
