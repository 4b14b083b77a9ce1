using Infra.Components.Shared;
using Infra.Core.Configuration;
using Infra.Core.Resilience.Chaos;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Chaos;

/// <summary>An experiment as Chaos Mesh takes it.</summary>
internal static class ChaosExperiments
{
    // Nobody would see whether a run that somebody started was the last one.
    private const string WhileUnpaused = "*/10 * * * *";
    private const int KeptRuns = 5;

    private static readonly string[] _servers = ["inference", "llminferenceservice-workload"];

    /// <summary>The inputs of the object.</summary>
    /// <param name="experiment">What is asked for.</param>
    /// <param name="home">Namespace of the object.</param>
    /// <param name="victims">Namespaces of the pods.</param>
    public static ChaosScheduleArgs Of(ExperimentArgs experiment, Output<string> home, InputList<string> victims)
    {
        _ = WireNames.TryParse<ChaosKind>(experiment.Kind, out var kind);
        var expectation = ChaosExpectation.Of(kind);
        var metadata = new Meta.ObjectMetaArgs
        {
            Name = experiment.Experiment,
            Namespace = home,
            Labels = ManagedBy.Owned,
            Annotations = { ["gpu-inference/expected"] = expectation.Text, ["gpu-inference/alert"] = expectation.Alert },
        };
        if (experiment.Cron is null)
        {
            metadata.Annotations.Add("experiment.chaos-mesh.org/pause", "true");
        }

        return new ChaosScheduleArgs { Metadata = metadata, Spec = Spec(kind, experiment, victims) };
    }

    private static ChaosScheduleSpecArgs Spec(ChaosKind kind, ExperimentArgs experiment, InputList<string> victims)
    {
        var (network, files) = (kind == ChaosKind.CutZone, kind == ChaosKind.SlowStorage);
        return new ChaosScheduleSpecArgs
        {
            Schedule = experiment.Cron ?? WhileUnpaused,
            Type = network ? "NetworkChaos" : files ? "IOChaos" : "PodChaos",
            ConcurrencyPolicy = "Forbid",
            HistoryLimit = KeptRuns,
            PodChaos = network || files ? null : (Input<PodChaosArgs>)new PodChaosArgs
            {
                Action = "pod-kill",
                Mode = kind == ChaosKind.KillPod ? "one" : "all",
                Selector = Selector(experiment, victims),
                GracePeriod = 0,
            },
            NetworkChaos = !network ? null : (Input<NetworkChaosArgs>)new NetworkChaosArgs
            {
                Action = "loss",
                Mode = "all",
                Selector = Selector(experiment, victims),
                // Not a partition: that needs pods or addresses at its other end, and the kubelet's questions are to be lost too.
                Loss = new NetworkLossArgs { Loss = "100" },
                Duration = $"{experiment.DurationSeconds}s",
            },
            IoChaos = !files ? null : (Input<IoChaosArgs>)new IoChaosArgs
            {
                Action = "latency",
                Mode = "all",
                Selector = Selector(experiment, victims),
                VolumePath = experiment.VolumePath!,
                Delay = $"{experiment.DelayMilliseconds}ms",
                Duration = $"{experiment.DurationSeconds}s",
            },
        };
    }

    private static ChaosSelectorArgs Selector(ExperimentArgs experiment, InputList<string> victims) => new()
    {
        Namespaces = victims,
        LabelSelectors = experiment.Model is { } model ? new InputMap<string> { [ManagedBy.InstanceLabel] = model } : null,
        // Servers of models, not what stands beside them.
        ExpressionSelectors =
        {
            new Meta.LabelSelectorRequirementArgs { Key = "app.kubernetes.io/component", Operator = "In", Values = _servers },
        },
        NodeSelectors = experiment.Nodes.Count == 0 ? null : (InputMap<string>)experiment.Nodes,
    };
}
