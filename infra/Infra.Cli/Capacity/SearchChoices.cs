using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Recommendation;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Core.Serving.Autoscaling;
using Infra.Stacks;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>What may be chosen of a model, and why some of it may not.</summary>
internal sealed class SearchChoices(PlatformSettings settings, ModelConfig model, ModelPools pools, SettingTrial trial)
{
    /// <summary>Of more instance types nobody reads a table.</summary>
    private const int MostTypes = 5;

    private static readonly ImmutableArray<int> _parts = [2, 4];

    private readonly List<string> _notes = [];

    /// <summary>What wasn't searched, one line each; once <see cref="Space"/> was asked for.</summary>
    public ImmutableArray<string> Notes => [.. _notes];

    /// <summary>What may be chosen.</summary>
    /// <param name="now">The model, as it is planned now.</param>
    public SearchSpace Space(SimulatedModel now)
    {
        var present = new Setting { InstanceType = pools.First.InstanceTypes[0], Min = model.Autoscaling?.Min ?? model.Replicas ?? 1, Max = model.Autoscaling?.Max ?? model.Replicas ?? 1 };
        if (Tenants(pools.Own).Select(other => other.Name).ToList() is { Count: > 0 } others)
        {
            _notes.Add($"{string.Join(", ", others)} may run on {(pools.Own.Length == 1 ? "the same pool" : "the same pools")}: other nodes or sharing are theirs, too; what they cost is counted, and what they promise is held where requests name them");
        }

        var (starts, text) = (Starts(present), trial.TextOf(present));
        return new SearchSpace
        {
            Present = present,
            Starts = starts,
            Share = SettingEdits.ShareOf(pools.First),
            Scales = model.Autoscaling is not null,
            Shares = Shares(starts),
            Purchases = [.. Purchases().Where(purchase => trial.TextOf(present with { Purchase = purchase }) != text)],
            Targets = [.. Targets(now)],
        };
    }

    private ImmutableArray<Setting> Starts(Setting present)
    {
        var now = InstanceCatalog.Default.All.FirstOrDefault(type => type.Name == present.InstanceType);
        var devices = model.Gpus ?? model.Llm?.TensorParallel ?? 1;
        var all = InstanceCatalog.Default.All
            .Where(type => type is { Accelerator: { Manufacturer: "nvidia", Count: > 0 }, Lifecycle.Status: LifecycleStatus.Current, IsBareMetal: false } && type.Architecture == Architecture && NodePrices.OnDemand(type, Region) is not null)
            .Where(type => type.Name != present.InstanceType && type.Accelerator!.Count >= devices && !IsDearer(type, now))
            .OrderBy(type => NodePrices.OnDemand(type, Region)!.Usd).ThenBy(type => type.Name, StringComparer.Ordinal).ToList();
        var allowed = all.Where(type => trial.Problem(Start(present, type)) is null).ToList();
        var kinds = allowed.DistinctBy(type => (type.Accelerator!.Name, type.Accelerator.Count)).ToList();
        if (all.Count > allowed.Count)
        {
            _notes.Add($"not searched: {Counted.Of(all.Count - allowed.Count, "instance type")} that the configuration's checks refuse for this model (memory, generation, room, zones)");
        }

        if (kinds.Count > MostTypes)
        {
            _notes.Add($"not searched: {Counted.Of(kinds.Count - MostTypes, "kind")} of nodes with dearer GPUs ({string.Join(", ", kinds.Skip(MostTypes).Select(type => type.Name))})");
        }

        return [present, .. kinds.Take(MostTypes).Select(type => Start(present, type))];
    }

    // GPUs of another kind have other pieces, or none: whole ones come first. What spot saves isn't known of every type.
    private Setting Start(Setting present, InstanceType type) => present with
    {
        InstanceType = type.Name,
        Share = SettingEdits.ShareOf(pools.First).Layout is { } layout && type.Accelerator!.Model.Mig?.Layout(layout) is null ? GpuShare.Whole : null,
        Purchase = pools.First.CapacityType == CapacityType.Spot && NodePrices.Spot(type, Region) is null ? NodePurchase.OnDemand : NodePurchase.AsItIs,
    };

    private string Region => settings.Aws?.Region ?? PriceList.KnownRegion;

    // With the same GPUs as now.
    private bool IsDearer(InstanceType type, InstanceType? now) =>
        now?.Accelerator is { } gpus && (type.Accelerator!.Name, type.Accelerator.Count) == (gpus.Name, gpus.Count) && NodePrices.OnDemand(type, Region)!.Usd >= NodePrices.OnDemand(now!, Region)?.Usd;

    // That of the image, which the pool's present nodes run.
    private CpuArchitecture Architecture => InstanceCatalog.Default.All.FirstOrDefault(type => pools.First.InstanceTypes.Contains(type.Name))?.Architecture ?? CpuArchitecture.Amd64;

    private ImmutableSortedDictionary<string, ImmutableArray<GpuShare>> Shares(ImmutableArray<Setting> starts)
    {
        var none = ImmutableSortedDictionary.Create<string, ImmutableArray<GpuShare>>(StringComparer.Ordinal);
        if ((model.Gpus ?? model.Llm?.TensorParallel ?? 1) != 1 || model.Llm is { PipelineParallel: > 1 })
        {
            _notes.Add("not searched: sharing of GPUs; a replica has more than one, and parts can't be joined");
            return none;
        }

        // vLLM takes its share of the memory at its start, and nothing keeps containers that take turns apart.
        var greedy = Tenants(pools.Own).Append(model).Where(one => one.Llm is not null).MaxBy(one => one.Llm!.MemoryUtilization);
        var slices = _parts.Where(parts => greedy is null || greedy.Llm!.MemoryUtilization * parts <= 1).ToList();
        if (slices.Count < _parts.Length)
        {
            _notes.Add(FormattableString.Invariant($"not searched: time-slicing {(slices.Count == 0 ? "" : "by 4 ")}of GPUs of which {greedy!.Name} takes {greedy.Llm!.MemoryUtilization:P0} of the memory (llm.memoryUtilization): nothing keeps containers that take turns apart"));
        }

        var present = SettingEdits.ShareOf(pools.First);
        ImmutableArray<GpuShare> everywhere =
        [
            .. pools.First.Sharing is null ? (GpuShare[])[] : [GpuShare.Whole],
            .. slices.Select(parts => new GpuShare(GpuSharingMode.TimeSlicing, parts)),
            .. _parts.Select(parts => new GpuShare(GpuSharingMode.Mps, parts)),
        ];
        return none.AddRange(starts.Select(start => KeyValuePair.Create(start.InstanceType, everywhere.Concat(Layouts(start.InstanceType)).Where(share => !share.IsSameAs(start.Share ?? present)).ToImmutableArray())));
    }

    // Of pieces that together are the whole GPU: the simulation takes a piece to be slower by as much as there are pieces.
    private static IEnumerable<GpuShare> Layouts(string type) =>
        InstanceCatalog.Default.TryGet(type, out var known) && known.Accelerator?.Model.Mig is { } mig
            ? mig.Profiles.Where(profile => profile.MaxPerGpu > 1 && profile.MaxPerGpu == mig.ComputeSlices / profile.ComputeSlices).Select(profile => new GpuShare(GpuSharingMode.Mig, profile.MaxPerGpu, $"all-{profile.Name}"))
            : [];

    private IEnumerable<NodePurchase> Purchases()
    {
        if (pools.CanMix)
        {
            _notes.Add("not searched: spot nodes alone; the simulation always finds another one, so that it can't tell what on-demand nodes behind them are worth");
        }
        else
        {
            _notes.Add($"not searched: mixes of spot and on-demand, which take two pools: add one beside '{pools.First.Name}' with the same instance types and the other capacityType");
        }

        return pools.Purchases(pool => Tenants([pool]).Any());
    }

    private IEnumerable<ScalerTarget> Targets(SimulatedModel now)
    {
        foreach (var target in model.Autoscaling is { } scaler ? All(scaler) : [])
        {
            if (target.WhyNot(now) is { } why)
            {
                _notes.Add($"not searched: autoscaling.{target.Key}, {why}");
            }
            else
            {
                yield return target;
            }
        }

        foreach (var query in model.Autoscaling?.Queries ?? [])
        {
            _notes.Add($"not searched: autoscaling.queries, '{query.Name}' asks what nobody here can answer");
        }
    }

    private static IEnumerable<ScalerTarget> All(AutoscalingConfig scaler) =>
        new (ScalingMetric Metric, double? Value)[]
        {
            (ScalingMetric.Cpu, scaler.CpuPercent), (ScalingMetric.Memory, scaler.MemoryPercent), (ScalingMetric.Gpu, scaler.GpuPercent), (ScalingMetric.GpuMemory, scaler.GpuMemoryPercent),
            (ScalingMetric.RequestsPerSecond, scaler.RequestsPerSecond), (ScalingMetric.Concurrency, scaler.Concurrency), (ScalingMetric.QueueDepth, scaler.QueueDepth),
            (ScalingMetric.KvCache, scaler.KvCachePercent), (ScalingMetric.TokensPerSecond, scaler.TokensPerSecond),
        }.Where(target => target.Value is not null).Select(target => new ScalerTarget(target.Metric, target.Value!.Value));

    // Other models that may run on pools.
    private IEnumerable<ModelConfig> Tenants(IEnumerable<PoolConfig> of) => settings.Models.Where(other => other.Name != model.Name && other.Pools.Intersect(of.Select(pool => pool.Name)).Any());
}
