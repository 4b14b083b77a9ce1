using System.Collections.Immutable;
using Infra.Capacity.Platform.Estimates;
using Infra.Capacity.Service;
using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Serving;
using Infra.Core.Sizing;

namespace Infra.Capacity.Platform.Reading;

/// <summary>What replicas do on a pool: as somebody measured it, with the limits of the plan; a language model without a measurement by its roofline. Of other models nobody invents numbers.</summary>
internal sealed class ProfileReader(IReadOnlyDictionary<string, ServiceProfile> profiles, ImmutableArray<SimulatedPool> pools, List<string> unknowns)
{
    public ModelPlace Place(PlannedService service, int pool)
    {
        var accelerator = pools[pool].Accelerator;
        var given = Given(service.Name, accelerator) ?? OfStable(service, accelerator);
        var profile = Limited(service, given is not null ? AsPlanned(service, given) : Estimate(service, pools[pool]));
        if (profile is null)
        {
            unknowns.Add($"{service.Name}: nobody measured what a replica does on {accelerator ?? "the CPU"} (pool {pools[pool].Name}); requests for it can't be simulated without a profile");
        }
        else if (profile.IsEstimate && given is null)
        {
            unknowns.Add($"{service.Name} on pool {pools[pool].Name}: {profile.Source}");
        }

        return new ModelPlace(pool, profile);
    }

    private ServiceProfile? Given(string name, string? accelerator) => profiles.GetValueOrDefault($"{name}@{accelerator}") ?? profiles.GetValueOrDefault(name);

    // A candidate that nobody measured: what changed of it is mostly its files.
    private ServiceProfile? OfStable(PlannedService service, string? accelerator)
    {
        if (service.SharedName is not { } stable || stable == service.Name || Given(stable, accelerator) is not { } profile)
        {
            return null;
        }

        unknowns.Add($"{service.Name}: nobody measured it; it is taken to do what the profile of {stable} says");
        return profile;
    }

    // Longer requests are refused, whatever the cache would hold.
    private static ServiceProfile? Limited(PlannedService service, ServiceProfile? profile) =>
        profile is TokenProfile tokens && service.Inputs["llm"]?["context"].Integer() is > 0 and var context ? tokens with { MaxTokens = context } : profile;

    // What the plan says of batches counts, as far as the measurement reaches.
    private ServiceProfile AsPlanned(PlannedService service, ServiceProfile profile)
    {
        if (profile is TokenProfile tokens && service.Inputs["llm"]?["concurrency"].Integer() is { } sequences && sequences != tokens.MaxSequences)
        {
            return tokens with { MaxSequences = Clip(service, "sequences of a batch", sequences, tokens.DecodeTimes.LastSize), MaxBatchedTokens = Math.Max(tokens.MaxBatchedTokens, Math.Min(sequences, tokens.DecodeTimes.LastSize)) };
        }

        if (profile is not RequestProfile requests || (service.Inputs["batching"] ?? Single(service)) is not { } batching || batching["maxBatchSize"].Integer() is not { } size)
        {
            return profile;
        }

        return requests with
        {
            MaxBatchSize = Clip(service, "requests of a batch", size, requests.BatchTimes.LastSize),
            MaxBatchDelayMicros = (long)((batching["maxLatencyMs"].Number() ?? (requests.MaxBatchDelayMicros / 1000.0)) * 1000),
        };
    }

    // One of several of Triton's models says nothing of a request that passes through all.
    private static System.Text.Json.Nodes.JsonNode? Single(PlannedService service) =>
        service.Inputs["tritonModels"] is System.Text.Json.Nodes.JsonArray { Count: 1 } models ? models[0]!["dynamicBatching"] : null;

    private int Clip(PlannedService service, string what, int planned, int measured)
    {
        if (planned > measured)
        {
            unknowns.Add($"{service.Name}: the plan allows {planned} {what}, and the profile was measured up to {measured}, which counts");
        }

        return Math.Min(planned, measured);
    }

    private static TokenProfile? Estimate(PlannedService service, SimulatedPool pool)
    {
        if (service.Inputs["llm"] is not { } llm || pool.Accelerator is null || LlmReader.Spec(llm, service.Inputs["source"]) is not { } spec || !InstanceCatalog.Default.TryGet(pool.InstanceType, out var type))
        {
            return null;
        }

        var options = LlmReader.Options(llm);
        return TokenEstimate.Of(
            new MemoryRequest
            {
                Model = spec,
                Weights = options.Precision ?? spec.NativePrecision ?? WeightPrecision.Bf16,
                KvCache = options.KvCache,
                Context = options.Context,
                Concurrency = options.Concurrency,
                TensorParallel = options.TensorParallel,
                PipelineParallel = options.PipelineParallel,
                MemoryUtilization = options.MemoryUtilization,
            },
            GpuNode.Of(type) is var node && pool.PartMemory is { } memory ? node with { Memory = memory } : node);
    }
}
