using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>What a model's pods take of their nodes, and whether they are ready.</summary>
internal static class BaseRules
{
    private static readonly Window _window = Window.Minutes(5);

    // Longer than any window of the alerts, so that an outage doesn't end them by lasting.
    private static readonly Window _lately = Window.Days(7);

    public static IEnumerable<Rule> Of(WatchedModel model)
    {
        Matcher[] pods = [Matcher.Is(TargetLabels.Namespace, model.Namespace), Matcher.Like(TargetLabels.Pod, model.PodPattern)];
        // Beside each container stands the sum of its pod, which has no container.
        Matcher[] containers = [.. pods, Matcher.IsNot(TargetLabels.Container, "")];
        yield return model.Record(RecordedSeries.Cpu, ContainerMetrics.Cpu.Rate(_window, containers).Sum());
        yield return model.Record(RecordedSeries.Memory, ContainerMetrics.Memory.Now(containers).Sum());
        yield return model.Record(RecordedSeries.Disk, ContainerMetrics.DiskReads.Rate(_window, containers).Sum() + ContainerMetrics.DiskWrites.Rate(_window, containers).Sum());
        yield return model.Record(RecordedSeries.Received, ContainerMetrics.Received.Rate(_window, pods).Sum());
        yield return model.Record(RecordedSeries.Sent, ContainerMetrics.Sent.Rate(_window, pods).Sum());
        yield return model.Record(RecordedSeries.ReadyPods, ReadyPods(model, pods));
        if (model.LeastPods > 0)
        {
            yield return model.Record(RecordedSeries.Availability, (RecordedSeries.ReadyPods.Now(model.Recorded) / model.LeastPods).AtMost(1));
            // A model that is set up for the first time breaks no promise; alerts on its pods say when that takes too long.
            yield return model.Record(RecordedSeries.Unavailability, (1 - RecordedSeries.Availability.Now(model.Recorded)).And(RecordedSeries.ReadyPods.Max(_lately, model.Recorded) > 0));
        }
    }

    // Without pods there are no series, and that is none ready; without kube-state-metrics nobody knows.
    private static Expression ReadyPods(WatchedModel model, Matcher[] pods) => KubeStateMetrics.PodReady.Now([.. pods, Matcher.Is("condition", "true")]).Sum()
        .Or(0 * KubeStateMetrics.NamespaceCreated.Now(Matcher.Is(TargetLabels.Namespace, model.Namespace)).Sum());
}
