using Infra.Components.Helm;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Resilience.Chaos;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Chaos;

/// <summary>Chaos Mesh, and experiments that break models on purpose, so that people see what happens before it happens by itself.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace       namespace of its pods, one of which on each node may do everything
/// NAME-release         Helm release, with the custom resource definitions
/// NAME-EXPERIMENT      an experiment: paused, unless it has a cron expression
/// </code>
/// </remarks>
public sealed class ChaosMesh : ComponentResource
{
    /// <summary>Namespace of its pods.</summary>
    public const string Namespace = ChaosMeshValues.Namespace;

    /// <summary>Annotation of a namespace, with the value <c>enabled</c>, in which pods may be broken (chaos-mesh.org, "Manage User Permissions", filter by namespace).</summary>
    public const string Consent = "chaos-mesh.org/inject";

    /// <summary>Declares namespace, release and experiments.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ChaosMesh(string name, ChaosMeshArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ChaosMesh, name, args, options)
    {
        Check(name, args);
        var own = PrivilegedNamespace.Create($"{name}-namespace", ChaosMeshValues.Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var release = new Release($"{name}-release", HelmReleases.Of(Pins.ChaosMesh, namespaceName, ChaosMeshValues.ToValues()), Children.Root(this, options));
        foreach (var experiment in args.Experiments)
        {
            _ = new ChaosSchedule($"{name}-{experiment.Experiment}", ChaosExperiments.Of(experiment, namespaceName, args.Namespaces), Children.Of(this, release));
        }

        RegisterOutputs();
    }

    private void Check(string name, ChaosMeshArgs args)
    {
        var problems = new ConfigProblems();
        for (var i = 0; i < args.Experiments.Count; i++)
        {
            var (path, experiment) = (ConfigPath.Index(ConfigPath.Key(name, "experiments"), i), args.Experiments[i]);
            if (!NameRules.ServiceName.Accepts(experiment.Experiment))
            {
                problems.Add(ConfigPath.Key(path, "experiment"), $"{NameRules.ServiceName.Problem(experiment.Experiment)}");
            }

            if (experiment.Cron is { } cron && CronSchedule.Problem(cron) is { } problem)
            {
                problems.Add(ConfigPath.Key(path, "cron"), problem);
            }

            foreach (var missing in Missing(path, experiment, problems))
            {
                problems.Add(ConfigPath.Key(path, missing), $"missing; {experiment.Kind} needs it");
            }
        }

        problems.ThrowAt(this, ComponentTypes.ChaosMesh);
    }

    private static IEnumerable<string> Missing(string path, ExperimentArgs experiment, ConfigProblems problems) =>
        Serving.ArgumentProblems.Parse<ChaosKind>(experiment.Kind, ConfigPath.Key(path, "kind"), problems) is not { } kind
            ? []
            : new[]
            {
                (Key: "model", IsMissing: kind is ChaosKind.KillPod or ChaosKind.SlowStorage && experiment.Model is null),
                (Key: "nodes", IsMissing: kind is ChaosKind.LoseNodes or ChaosKind.CutZone && experiment.Nodes.Count == 0),
                (Key: "volumePath", IsMissing: kind == ChaosKind.SlowStorage && experiment.VolumePath is null),
                (Key: "delayMilliseconds", IsMissing: kind == ChaosKind.SlowStorage && experiment.DelayMilliseconds is null),
                (Key: "durationSeconds", IsMissing: kind is ChaosKind.SlowStorage or ChaosKind.CutZone && experiment.DurationSeconds is null),
            }.Where(one => one.IsMissing).Select(one => one.Key);
}
