using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>A pool of nodes with accelerators, as far as its alerts need to know it. Its nodes carry our label of pools.</summary>
public sealed record AlertedPool
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The resource that its nodes advertise, as Kubernetes writes it: <c>nvidia.com/gpu</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>How many of it every node has at least.</summary>
    public required int PerNode { get; init; }

    /// <summary>Nodes that it always has.</summary>
    public required int Least { get; init; }

    /// <summary>Nodes that it may have; null where nobody grows it.</summary>
    public int? Most { get; init; }

    /// <summary>Whether nodes that nobody uses are given back, so that one that stays costs money for nothing; not so where they were paid in advance.</summary>
    public bool GivesNodesBack { get; init; }

    /// <summary>Whether the DCGM exporter tells of its GPUs: they are NVIDIA's.</summary>
    public bool HasNvidiaGpus { get; init; }

    /// <summary>Whether its GPUs are cut into pieces (MIG): of these NVIDIA tells no utilisation, but how long engines were active.</summary>
    public bool IsCut { get; init; }

    /// <summary>What a node costs, as people read it; null where the catalogue doesn't know.</summary>
    public string? Price { get; init; }

    /// <summary>The price as the end of a sentence's part: empty where nobody knows it.</summary>
    internal string Costs => Price is null ? "" : $" A node costs {Price}.";

    /// <summary>Models whose pods may land on it.</summary>
    public ImmutableArray<PoolModel> Models { get; init; } = [];

    /// <summary>Labels of its alerts.</summary>
    internal ImmutableSortedDictionary<string, string> Labels => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("pool", Name);

    /// <summary>1 for each of its nodes.</summary>
    internal Expression Nodes => KubeNodeMetrics.Labels.Now(Matcher.Is(KubeNodeMetrics.PoolLabel, Name)).Max("node");

    /// <summary>1 for each of its nodes that is ready.</summary>
    internal Expression ReadyNodes => Nodes.And(KubeNodeMetrics.Condition.Now(Matcher.Is("condition", "Ready"), Matcher.Is("status", "true")).EqualTo(1), Matching.On("node"));

    /// <summary>The resource as kube-state-metrics writes it.</summary>
    internal Matcher OfResource => Matcher.Is("resource", KubeResources.Of(Resource));

    /// <summary>A number as people read it.</summary>
    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
