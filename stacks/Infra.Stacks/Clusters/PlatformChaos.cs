using System.Collections.Immutable;
using Infra.Components.Chaos;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Resilience.Chaos;
using Infra.Stacks.Configuration;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Stacks.Clusters;

/// <summary>Experiments on the environment's models.</summary>
internal static class PlatformChaos
{
    /// <summary>Declares Chaos Mesh with the experiments, where the configuration has some.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">All providers.</param>
    /// <param name="namespaces">Namespaces of the models; comes after them.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static void Create(
        PlatformSettings settings, PlatformCluster cluster, Providers providers, IEnumerable<Output<string>> namespaces, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        if (settings.Chaos is { } chaos)
        {
            _ = new ChaosMesh("chaos-mesh", new ChaosMeshArgs
            {
                Namespaces = namespaces.Select(name => (Input<string>)name).ToArray(),
                Experiments = [.. chaos.Experiments.Select(experiment => Arguments(settings, experiment, contracts))],
            }, providers.Component([.. cluster.Ready]));
        }
    }

    /// <summary>Annotations of the models' namespaces, which agree to experiments where there are some.</summary>
    public static ImmutableDictionary<string, string> Agreement(PlatformSettings settings) =>
        settings.Chaos is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(ChaosMesh.Consent, "enabled");

    /// <summary>Metadata of the environment's own namespace, which agrees too.</summary>
    public static ObjectMetaArgs Agreed(PlatformSettings settings, ObjectMetaArgs metadata)
    {
        foreach (var annotation in Agreement(settings))
        {
            metadata.Annotations.Add(annotation.Key, annotation.Value);
        }

        return metadata;
    }

    private static ExperimentArgs Arguments(PlatformSettings settings, ExperimentConfig experiment, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var seconds = (int)experiment.Duration.WholeSeconds;
        return experiment switch
        {
            { KillPod: { } kill } => Of(experiment, ChaosKind.KillPod, model: kill.Model),
            { LoseNodes: { } lose } => Of(experiment, ChaosKind.LoseNodes, nodes: contracts[lose.Pool].Selector.SetItem(NodeLabels.Zone, lose.Zone)),
            { SlowStorage: { } slow } => Of(experiment, ChaosKind.SlowStorage, slow.Model, path: Mount(settings, slow.Model, contracts), delay: slow.Milliseconds, seconds: seconds),
            _ => Of(experiment, ChaosKind.CutZone, nodes: new Dictionary<string, string> { [NodeLabels.Zone] = experiment.CutZone!.Zone }, seconds: seconds),
        };
    }

    private static ExperimentArgs Of(
        ExperimentConfig experiment, ChaosKind kind, string? model = null, IEnumerable<KeyValuePair<string, string>>? nodes = null, string? path = null, int? delay = null, int? seconds = null) => new()
        {
            Experiment = experiment.Name,
            Kind = WireNames.Name(kind),
            Model = model,
            Nodes = new Dictionary<string, string>(nodes ?? []),
            VolumePath = path,
            DelayMilliseconds = delay,
            DurationSeconds = seconds,
            Cron = experiment.Cron,
        };

    private static string Mount(PlatformSettings settings, string name, IReadOnlyDictionary<string, PoolContract> contracts) =>
        ModelImages.Runtime(settings, settings.Served.First(model => model.Name == name), contracts).ModelDirectory;
}
