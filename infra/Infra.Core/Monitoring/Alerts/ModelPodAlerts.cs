using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using static Infra.Core.Monitoring.Alerts.AlertedPool;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>
/// Alerts on a model's pods, each with the model's own times: what a start may take follows from its image, its weights and its pools. They say what is broken; whether users feel it, say its
/// objectives.
/// </summary>
internal static class ModelPodAlerts
{
    /// <summary>The alerts.</summary>
    public static IEnumerable<Rule> Of(AlertedModel model)
    {
        yield return Pending(model);
        yield return CrashLooping(model);
        yield return OutOfMemory(model);
        yield return NoImage(model);
        yield return DownloadFailing(model);
        yield return NotReady(model);
        if (model.IsScraped)
        {
            yield return Unwatched(model);
        }
    }

    private static AlertRule Pending(AlertedModel model) => new()
    {
        Name = "ModelPodsPending",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(model.NodeMinutes),
        Labels = model.Labels,
        Expression = KubePodMetrics.Unschedulable.Now(model.Pods).Max(TargetLabels.Pod).Unless(KubePodMetrics.Deleted.Now(model.Pods), Matching.On(TargetLabels.Pod)),
        Summary = $"No node takes a pod of {model.Name}: {{{{ $labels.pod }}}}",
        Description = $"It has waited for {Text(model.NodeMinutes)} minutes, in which a new node should have come. It may run on {string.Join(", ", model.Pools)}: these are full, at their maximum, or EC2 has no such instances.",
        Runbook = new Runbook("gpu-pods-pending"),
    };

    private static AlertRule CrashLooping(AlertedModel model) => new()
    {
        Name = "ModelPodCrashLooping",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(10),
        Labels = model.Labels,
        Expression = Waiting(KubePodMetrics.ContainerWaiting, Alert.CrashLoop, model),
        Summary = $"A pod of {model.Name} crashes again and again: {{{{ $labels.pod }}}}",
        Description = "Its container {{ $labels.container }} has been in CrashLoopBackOff for 10 minutes. Other replicas serve in its place, if there are any.",
        Runbook = new Runbook("model-pod-failing"),
    };

    private static AlertRule OutOfMemory(AlertedModel model) => new()
    {
        Name = "ModelPodOutOfMemory",
        Severity = Severity.P1,
        For = TimeSpan.Zero,
        Labels = model.Labels,
        Expression = (KubePodMetrics.ContainerRestarts.Increase(Window.Minutes(30), model.Pods).Max(TargetLabels.Pod, TargetLabels.Container) > 0)
            .And(KubePodMetrics.ContainerLastTerminated.Now([.. model.Pods, Matcher.Is("reason", "OOMKilled")]).EqualTo(1), Matching.On(TargetLabels.Pod, TargetLabels.Container)),
        Summary = $"A container of {model.Name} was killed because it took too much memory: {{{{ $labels.pod }}}}",
        Description = "{{ $labels.container }} was started again about {{ $value | humanize }} times in half an hour, and was killed for its memory the last time. That is memory of the node, not of the GPU: raise resources.memory of the model.",
        Runbook = new Runbook("model-out-of-memory"),
    };

    private static AlertRule NoImage(AlertedModel model) => new()
    {
        Name = "ModelImagePullFailing",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(10),
        Labels = model.Labels,
        Expression = Waiting(KubePodMetrics.ContainerWaiting, Alert.NoImage, model).Or(Waiting(KubePodMetrics.InitContainerWaiting, Alert.NoImage, model)),
        Summary = $"A node can't pull an image of {model.Name}: {{{{ $labels.pod }}}}",
        Description = "For 10 minutes the image of {{ $labels.container }} could not be had: a name or tag that isn't there, a registry that refuses the node, or one that can't be reached.",
        Runbook = new Runbook("model-image-pull"),
    };

    private static AlertRule DownloadFailing(AlertedModel model) => new()
    {
        Name = "ModelDownloadFailing",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(10),
        Labels = model.Labels,
        Expression = Waiting(KubePodMetrics.InitContainerWaiting, Alert.CrashLoop, model),
        Summary = $"A pod of {model.Name} can't fetch its files: {{{{ $labels.pod }}}}",
        Description = "{{ $labels.container }}, which has to end well before the server starts, has failed again and again for 10 minutes: nothing is at the source, the pod may not read it, or the disk is too small.",
        Runbook = new Runbook("model-download"),
    };

    // Pods that ended, that were evicted or that go, are not ready for ever; those without a node, an image or a sound container have alerts of their own.
    private static AlertRule NotReady(AlertedModel model)
    {
        var onPod = Matching.On(TargetLabels.Pod);
        var broken = Waiting(KubePodMetrics.ContainerWaiting, $"{Alert.CrashLoop}|{Alert.NoImage}", model).Or(Waiting(KubePodMetrics.InitContainerWaiting, $"{Alert.CrashLoop}|{Alert.NoImage}", model));
        return new AlertRule
        {
            Name = "ModelPodNotReady",
            Severity = Severity.P1,
            For = TimeSpan.FromMinutes(model.StartMinutes),
            Labels = model.Labels,
            Expression = KubeStateMetrics.PodReady.Now([.. model.Pods, Matcher.Is("condition", "true")]).Max(TargetLabels.Pod).EqualTo(0)
                .And(KubePodMetrics.Phase.Now([.. model.Pods, Matcher.Like("phase", "Pending|Running")]).EqualTo(1), onPod)
                .Unless(KubePodMetrics.Unschedulable.Now(model.Pods), onPod)
                .Unless(KubePodMetrics.Deleted.Now(model.Pods), onPod)
                .Unless(broken, onPod),
            Summary = $"A pod of {model.Name} doesn't get ready: {{{{ $labels.pod }}}}",
            Description = $"It has a node and doesn't crash, but was not ready for {Text(model.StartMinutes)} minutes, which is twice what node, image, weights and engine should take together. A volume that can't be mounted looks like this, too.",
            Runbook = new Runbook("model-pod-failing"),
        };
    }

    private static AlertRule Unwatched(AlertedModel model) => new()
    {
        Name = "ModelUnwatched",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Labels = model.Labels,
        Expression = (KubeStateMetrics.PodReady.Now([.. model.Pods, Matcher.Is("condition", "true")]).Sum() > 0)
            .Unless(PrometheusMetrics.Up.Now(Matcher.Is(TargetLabels.Namespace, model.Namespace), Matcher.Is(TargetLabels.ModelInstance, model.Name)).Max().EqualTo(1), Matching.On()),
        Summary = $"Prometheus doesn't read the metrics of {model.Name}",
        Description = $"{{{{ $value }}}} of its pods are ready, but for 15 minutes none told anything: no objective of {model.Name} is watched, and nobody scales it by its metrics.",
        Runbook = new Runbook("model-unwatched"),
    };

    // Between two attempts a container runs for a moment: five minutes bridge that.
    private static Expression Waiting(GaugeMetric reasons, string pattern, AlertedModel model) =>
        reasons.Max(Window.Minutes(5), [.. model.Pods, Matcher.Like("reason", pattern)]).Max(TargetLabels.Pod, TargetLabels.Container) > 0;
}
