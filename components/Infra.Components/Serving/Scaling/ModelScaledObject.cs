using System.Globalization;
using Infra.Components.Keda;
using Infra.Core.Serving.Autoscaling;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Scaling;

/// <summary>The ScaledObject of a model: one per workload, with all its triggers. Behaviour: kedacore/keda at 8b4f083c (2.20), pkg/scalers and pkg/scaling.</summary>
internal static class ModelScaledObject
{
    private const string Activation = "activation";

    // A value that no answer reaches: by it nobody gets a second replica, or stays awake.
    private const string Unreachable = "1000000000";

    /// <summary>Whether its triggers ask as KEDA's identity in AWS.</summary>
    public static bool AsksAws(ScalerPlan.ScaledObject plan, PrometheusArgs? prometheus) =>
        prometheus?.Region is not null || plan.Triggers.Any(trigger => trigger is ScalerTrigger.Messages);

    /// <summary>The object's inputs.</summary>
    public static ScaledObjectArgs For(ScalerPlan.ScaledObject plan, ScalingWindows windows, ServingSpec spec, Meta.ObjectMetaArgs metadata)
    {
        var scaled = new ScaledObjectSpecArgs
        {
            ScaleTargetRef = new ScaledTargetArgs { ApiVersion = plan.Target.ApiVersion, Kind = plan.Target.Kind, Name = plan.Target.Name },
            MinReplicaCount = plan.Min,
            MaxReplicaCount = plan.Max,
            Fallback = new ScaledFallbackArgs
            {
                FailureThreshold = plan.Fallback.Failures,
                Replicas = plan.Fallback.Replicas,
                // Whoever doesn't know the load takes nothing away.
                Behavior = "currentReplicasIfHigher",
            },
            Advanced = new ScaledAdvancedArgs { HorizontalPodAutoscalerConfig = new ScaledHpaArgs { Behavior = HpaBehavior.For(windows.Hpa) } },
            Triggers = plan.Triggers.Select(trigger => (Input<ScaleTriggerArgs>)Trigger(trigger, spec)).ToArray(),
        };
        if (plan.Min == 0)
        {
            scaled.PollingInterval = windows.Keda.PollingInterval.Whole;
            scaled.CooldownPeriod = windows.Keda.CooldownPeriod.Whole;
            scaled.InitialCooldownPeriod = windows.Keda.InitialCooldownPeriod.Whole;
        }

        return new ScaledObjectArgs { Metadata = metadata, Spec = scaled };
    }

    private static ScaleTriggerArgs Trigger(ScalerTrigger trigger, ServingSpec spec) => trigger switch
    {
        ScalerTrigger.Resource resource => new ScaleTriggerArgs
        {
            Type = ModelHpa.NameOf(resource.Metric),
            MetricType = "Utilization",
            Metadata = { ["value"] = Text(resource.Percent) },
        },
        ScalerTrigger.Demand demand => Prometheus(
            spec, demand.Name, spec.Args.Namespace.Apply(demand.Query), Text(demand.Target), demand.KeepsAwake ? "0" : Unreachable),
        ScalerTrigger.Wake wake => Prometheus(spec, Activation, wake.Query, Unreachable, Text(wake.Above)),
        ScalerTrigger.Messages { Signal: var queue } => new ScaleTriggerArgs
        {
            Type = "aws-sqs-queue",
            Name = Activation,
            MetricType = "AverageValue",
            Metadata =
            {
                ["awsRegion"] = queue.Region,
                ["queueURL"] = queue.Url,
                ["queueLength"] = Text(queue.MessagesPerReplica),
                // What is in work is hidden, but not done.
                ["scaleOnInFlight"] = "true",
            },
            AuthenticationRef = new ScaleAuthenticationArgs { Name = spec.Args.Model },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
    };

    private static ScaleTriggerArgs Prometheus(ServingSpec spec, string name, Input<string> query, string threshold, string activation)
    {
        var prometheus = spec.Args.Prometheus!;
        var metadata = new InputMap<string>
        {
            ["serverAddress"] = prometheus.Url,
            ["query"] = query,
            ["threshold"] = threshold,
            ["activationThreshold"] = activation,
            // No answer is a fault, which the fallback is for, and not 0 (kedacore/keda #3065).
            ["ignoreNullValues"] = "false",
        };
        if (prometheus.Region is { } region)
        {
            metadata.Add("awsRegion", region);
        }

        return new ScaleTriggerArgs
        {
            Type = "prometheus",
            Name = name,
            MetricType = "AverageValue",
            Metadata = metadata,
            AuthenticationRef = prometheus.Region is null ? null : (Input<ScaleAuthenticationArgs>)new ScaleAuthenticationArgs { Name = spec.Args.Model },
        };
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
