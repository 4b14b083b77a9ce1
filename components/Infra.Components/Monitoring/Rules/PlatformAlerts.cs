using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Monitoring.Alerts;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Monitoring.Rules;

/// <summary>Alerts on what models stand on: GPUs, pools, nodes and who launches them, volumes, jobs, logs and traces. A model's own are with the model.</summary>
/// <remarks>
/// Children, each only where somebody tells Prometheus what it is about:
/// <code>
/// NAME-gpu-health         GPUs that are broken or wear out
/// NAME-gpu-pools          nodes that lack GPUs, that nobody uses or watches, and of which there are no more
/// NAME-gpu-use            GPUs that are paid for and idle
/// NAME-nodes              nodes that are not ready or ill
/// NAME-node-autoscaler    Cluster Autoscaler or Karpenter
/// NAME-jobs               jobs that wait too long
/// NAME-storage            volumes, and caches of models
/// NAME-backup             Velero's backups, and their restore test
/// NAME-telemetry          logs and traces that don't arrive
/// </code>
/// Each is a PrometheusRule. The definition of the Prometheus operator has to be there before.
/// </remarks>
public sealed class PlatformAlerts : ComponentResource
{
    /// <summary>Declares the alerts.</summary>
    public PlatformAlerts(string name, PlatformAlertsArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.PlatformAlerts, name, args, options)
    {
        foreach (var family in AlertFamily.Of(args.ToPlatform()))
        {
            _ = new PrometheusRule($"{name}-{family.Name}", new PrometheusRuleArgs
            {
                Metadata = new Meta.ObjectMetaArgs
                {
                    Name = $"platform-{family.Name}",
                    Namespace = args.Namespace,
                    Labels = ManagedBy.Labels("platform-alerts", name, family.Name).SetItems(args.SelectorLabels),
                },
                Spec = PrometheusRules.Spec(family.Groups, args.Runbooks),
            }, Children.Root(this, options));
        }

        RegisterOutputs();
    }
}
