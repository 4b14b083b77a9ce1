using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>A model, as far as its rules need to know it.</summary>
public sealed record WatchedModel
{
    /// <summary>Its name: that of its pods, and the label <c>model</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The tenant whose it is; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>What its server tells.</summary>
    public required RuntimeMetrics Metrics { get; init; }

    /// <summary>What it promises.</summary>
    public required ServiceObjectives Objectives { get; init; }

    /// <summary>Regular expression of the names of its pods.</summary>
    public required string PodPattern { get; init; }

    /// <summary>Pods that it always has; 0 for a model that may sleep.</summary>
    public required int LeastPods { get; init; }

    /// <summary>How long a pod's start may take, with its node.</summary>
    public required TimeSpan ColdStart { get; init; }

    /// <summary>Whether its pods have GPUs that the DCGM exporter can tell of.</summary>
    public required bool HasGpus { get; init; }

    /// <summary>How its GPUs come.</summary>
    public GpuPieces Pieces { get; init; }

    /// <summary>Labels of its series and alerts; <c>namespace</c> comes with either.</summary>
    public ImmutableSortedDictionary<string, string> Labels
    {
        get
        {
            var labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("model", Name).Add(TargetLabels.Namespace, Namespace);
            return Tenant is null ? labels : labels.Add("tenant", Tenant);
        }
    }

    /// <summary>Labels by which its recorded series are known.</summary>
    public ImmutableArray<Matcher> Recorded => [Matcher.Is("model", Name), Matcher.Is(TargetLabels.Namespace, Namespace)];

    /// <summary>A rule that records a series of it.</summary>
    internal RecordingRule Record(GaugeMetric series, Expression expression) => new() { Series = series, Expression = expression, Labels = Labels };
}
