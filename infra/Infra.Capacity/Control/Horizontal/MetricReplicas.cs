namespace Infra.Capacity.Control;

/// <summary>
/// How many replicas metrics ask for (kubernetes/kubernetes v1.35, pkg/controller/podautoscaler/horizontal.go, computeReplicasForMetrics; replica_calculator.go, GetResourceReplicas, groupPods and GetExternalPerPodMetricReplicas).
/// </summary>
internal sealed class MetricReplicas(HorizontalScalerSettings settings)
{
    /// <summary>The number of the metric that asks for most; null where none has an answer, or where one hasn't and the others ask for fewer than there are.</summary>
    public int? Of(long now, ScaleObservation observation)
    {
        var (most, missing) = (0, 0);
        for (var i = 0; i < settings.Metrics.Length; i++)
        {
            var asked = (settings.Metrics[i], observation.Metrics[i]) switch
            {
                (HorizontalMetric.Utilization metric, MetricReading.PerPod reading) => OfPods(now, metric, reading, observation.Replicas),
                (HorizontalMetric.AverageValue metric, MetricReading.Total reading) => OfTotal(metric, reading, observation.Existing),
                _ => null,
            };
            most = Math.Max(most, asked ?? 0);
            missing += asked is null ? 1 : 0;
        }

        return missing == settings.Metrics.Length || (missing > 0 && most < observation.Replicas) ? null : most;
    }

    // What all have together by what one is to have; nobody asks whether pods are ready.
    private int OfTotal(HorizontalMetric.AverageValue metric, MetricReading.Total reading, int existing)
    {
        var ratio = reading.Millis / ((double)metric.TargetMillis * existing);
        return IsOnTarget(ratio) ? existing : Ceiling(reading.Millis / (double)metric.TargetMillis);
    }

    private int? OfPods(long now, HorizontalMetric.Utilization metric, MetricReading.PerPod reading, int current)
    {
        var (ready, unready, missing, usage) = (0, 0, 0, 0L);
        foreach (var pod in reading.Pods)
        {
            if (pod.IsEnding)
            {
                continue;
            }

            if (pod.IsPending)
            {
                unready++;
            }
            else if (pod.UsageMillis is not { } used)
            {
                missing++;
            }
            else if (metric.Source.Metric == ObservedMetric.Cpu && IsUnready(now, pod))
            {
                unready++;
            }
            else
            {
                ready++;
                usage += used;
            }
        }

        // Nor without a request of which it would be a percentage.
        if (ready == 0 || metric.RequestMillis == 0)
        {
            return null;
        }

        var ratio = Ratio(metric, usage, ready);
        var counted = ready;
        if (missing == 0 && !(unready > 0 && ratio > 1))
        {
            return IsOnTarget(ratio) ? current : Ceiling(ratio * ready);
        }

        if (missing > 0 && ratio != 1)
        {
            counted += missing;
            // Whoever is missing is taken for busy where replicas would go, and for idle where some would come.
            usage += ratio < 1 ? missing * (metric.RequestMillis * Math.Max(100, metric.TargetPercent) / 100) : 0;
        }

        if (unready > 0 && ratio > 1)
        {
            counted += unready;
        }

        var dampened = Ratio(metric, usage, counted);
        if (IsOnTarget(dampened) || (ratio < 1 && dampened > 1) || (ratio > 1 && dampened < 1))
        {
            return current;
        }

        var asked = Ceiling(dampened * counted);
        return (dampened < 1 && asked > current) || (dampened > 1 && asked < current) ? current : asked;
    }

    // A pod that is young counts by what was measured while it was ready; one that was never ready doesn't count.
    private bool IsUnready(long now, PodReading pod) => pod.StartedMicros + settings.CpuInitializationMicros > now
        ? !pod.IsReady || pod.MeasuredMicros < pod.ReadyChangedMicros + pod.WindowMicros
        : !pod.IsReady && pod.StartedMicros + settings.InitialReadinessMicros > pod.ReadyChangedMicros;

    // Utilisation is a whole number of percents, rounded down (metrics/utilization.go).
    private static double Ratio(HorizontalMetric.Utilization metric, long usage, int pods) => usage * 100 / (metric.RequestMillis * pods) / (double)metric.TargetPercent;

    private bool IsOnTarget(double ratio) => ratio >= 1 - settings.ScaleDown.Tolerance && ratio <= 1 + settings.ScaleUp.Tolerance;

    private static int Ceiling(double replicas) => (int)Math.Min(int.MaxValue, Math.Ceiling(replicas));
}
