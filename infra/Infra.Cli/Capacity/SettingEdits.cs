using System.Collections.Immutable;
using System.Globalization;
using Infra.Automation.Editing;
using Infra.Capacity.Recommendation;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Stacks;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>What an environment's file has to say for a setting; what it says already isn't said again.</summary>
internal sealed class SettingEdits(PlatformSettings settings, ModelConfig model, ModelPools pools)
{
    /// <summary>The edits, none for what there is now.</summary>
    public ImmutableArray<ItemEdit> Of(Setting setting)
    {
        var chosen = pools.Of(setting.Purchase);
        return [.. chosen.Where(one => ModelPools.IsManaged(one.Pool)).SelectMany(one => OfPool(one.Pool, one.Capacity, setting)), .. OfRoom(setting, [.. chosen.Select(one => one.Pool)]), .. OfModel(setting, chosen)];
    }

    private IEnumerable<ItemEdit> OfPool(PoolConfig pool, CapacityType capacity, Setting setting)
    {
        var keys = new List<string>();
        var isWhole = setting.Share?.Mode == GpuSharingMode.None;
        // A further pool with nodes of another kind keeps them.
        if (setting.InstanceType != pools.First.InstanceTypes[0] && pool.InstanceTypes[0] == pools.First.InstanceTypes[0])
        {
            keys.Add($"instanceTypes: [{setting.InstanceType}]");
        }

        if (pool.CapacityType != capacity)
        {
            keys.Add($"capacityType: {(capacity == CapacityType.Spot ? "spot" : "onDemand")}");
        }

        if (setting.Share is { } share && !isWhole && !share.IsSameAs(ShareOf(pool)))
        {
            keys.Add($"sharing: {{{share.Mode switch
            {
                GpuSharingMode.TimeSlicing => Yaml($"timeSlicing: {share.Parts}"),
                GpuSharingMode.Mps => Yaml($"mps: {share.Parts}"),
                _ => $"mig: {{layout: {share.Layout}}}",
            }}}}");
        }

        ImmutableArray<string> without = isWhole && pool.Sharing is not null ? ["sharing"] : [];
        return keys.Count == 0 && without.IsEmpty ? [] : [new ItemEdit("pools", pool.Name, null, $"{{{string.Join(", ", keys)}}}") { Without = without }];
    }

    /// <summary>How a pool's GPUs are shared now.</summary>
    public static GpuShare ShareOf(PoolConfig pool) => pool.Sharing switch
    {
        { TimeSlicing: { } parts } => new GpuShare(GpuSharingMode.TimeSlicing, parts),
        { Mps: { } parts } => new GpuShare(GpuSharingMode.Mps, parts),
        { Mig.Layout: { } layout } => new GpuShare(GpuSharingMode.Mig, PiecesOf(pool, layout), layout),
        _ => GpuShare.Whole,
    };

    private static int PiecesOf(PoolConfig pool, string layout) =>
        InstanceCatalog.Default.TryGet(pool.InstanceTypes[0], out var type) && type.Accelerator?.Model.Mig?.Layout(layout) is { } pieces ? pieces.Sum(piece => piece.Count) : 1;

    // Every replica could have a node of its own, so that others on the pools keep their room. It is a ceiling; nodes come as they are needed.
    private IEnumerable<ItemEdit> OfRoom(Setting setting, ImmutableArray<PoolConfig> chosen)
    {
        var isBase = setting.Purchase.Kind == PurchaseKind.OnDemandFirst;
        if (isBase && setting.Purchase.BaseNodes is { } nodes && chosen[0].Capacity?.Max != nodes)
        {
            yield return Max(chosen[0], nodes);
        }

        var grows = isBase ? chosen[^1] : chosen[0];
        var more = Math.Max(chosen.SequenceEqual(pools.Own) ? setting.Max - MostOf(model) : 0, Lack(setting, chosen));
        if (more > 0 && grows.Capacity is { } room)
        {
            yield return Max(grows, room.Max + ((more + Groups(grows) - 1) / Groups(grows)));
        }
    }

    // Of other nodes, pools or parts than now: nodes that there can't be, where the model and others on them may ask for them.
    private int Lack(Setting setting, ImmutableArray<PoolConfig> chosen)
    {
        if (setting.Share is null && setting.InstanceType == pools.First.InstanceTypes[0] && chosen.All(pools.Own.Contains))
        {
            return 0;
        }

        var names = chosen.Select(pool => pool.Name).ToHashSet(StringComparer.Ordinal);
        var others = settings.Models.Where(other => other.Name != model.Name && other.Pools.Any(names.Contains)).Sum(other => MostOf(other) * DevicesOf(other));
        var nodes = chosen.Sum(pool => (pool == chosen[0] ? setting.Purchase.BaseNodes : null) ?? (pool.Capacity?.Max * Groups(pool)) ?? 0);
        var each = InstanceCatalog.Default.TryGet(setting.InstanceType, out var type) ? Math.Max(1, type.Accelerator?.Count ?? 1) * (setting.Share ?? ShareOf(pools.First)).Parts : 1;
        return (int)Math.Ceiling(((setting.Max * DevicesOf(model)) + others - (nodes * each)) / (double)each);
    }

    private static int DevicesOf(ModelConfig one) => one.Gpus ?? one.Llm?.TensorParallel ?? 1;

    private static int MostOf(ModelConfig one) => one.Autoscaling?.Max ?? one.Replicas ?? 1;

    // With perZone the capacity is that of each zone.
    private int Groups(PoolConfig pool) => !pool.PerZone ? 1 : Math.Max(1, pool.Zones.IsEmpty ? settings.Network?.Zones.Length ?? 1 : pool.Zones.Length);

    private IEnumerable<ItemEdit> OfModel(Setting setting, ImmutableArray<(PoolConfig Pool, CapacityType Capacity)> chosen)
    {
        var names = chosen.Select(one => one.Pool.Name).ToList();
        if (!names.SequenceEqual(model.Pools))
        {
            yield return new ItemEdit("models", model.Name, null, $"{{pools: [{string.Join(", ", names)}]}}");
        }

        if (model.Autoscaling is not { } scaler)
        {
            if (setting.Max != (model.Replicas ?? 1))
            {
                yield return new ItemEdit("models", model.Name, null, Yaml($"{{replicas: {setting.Max}}}"));
            }

            yield break;
        }

        var keys = new List<string>();
        if (setting.Min != scaler.Min)
        {
            keys.Add(Yaml($"min: {setting.Min}"));
        }

        if (setting.Max != scaler.Max)
        {
            keys.Add(Yaml($"max: {setting.Max}"));
        }

        if (setting.Target is { } target)
        {
            keys.Add($"{target.Key}: {target.Text}");
        }

        if (keys.Count > 0)
        {
            yield return new ItemEdit("models", model.Name, "autoscaling", $"{{{string.Join(", ", keys)}}}");
        }
    }

    private static ItemEdit Max(PoolConfig pool, int max) => new("pools", pool.Name, "capacity", Yaml($"{{max: {max}}}"));

    private static string Yaml(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
