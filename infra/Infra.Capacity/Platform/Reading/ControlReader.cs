using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Capacity.Control;
using Infra.Core.Projections;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;

namespace Infra.Capacity.Platform.Reading;

/// <summary>Who counts a model's replicas, from the autoscaler's own object.</summary>
internal sealed class ControlReader(PlannedService service, PodRequests requests, long scrapeMicros, List<string> unknowns)
{
    private const long Second = 1_000_000;

    // KEDA's default, and Kubernetes'.
    private const int DefaultMax = 100;
    private const int DefaultMin = 1;

    // metrics-server measures every 15 s (--metric-resolution), over what passed since.
    private static readonly MetricSource _cpu = new(ObservedMetric.Cpu, 15 * Second, 15 * Second);

    public ReplicaControl Control => (string?)service.Scaler?["kind"] switch
    {
        "HorizontalPodAutoscaler" => new ReplicaControl.Horizontal(Horizontal(service.Scaler!["spec"]!)),
        "ScaledObject" => new ReplicaControl.Keda(Keda(service.Scaler!["spec"]!)),
        _ => service.Backend == ServingBackend.Ray && Ray() is { } ray ? new ReplicaControl.Ray(ray) : new ReplicaControl.Fixed(),
    };

    private HorizontalScalerSettings Horizontal(JsonNode spec) => new()
    {
        Min = spec["minReplicas"].Integer() ?? DefaultMin,
        Max = spec["maxReplicas"].Integer() ?? DefaultMin,
        Metrics = [.. (spec["metrics"] as JsonArray ?? []).Select(metric => Utilization((string?)metric!["resource"]?["name"], metric["resource"]?["target"]?["averageUtilization"].Integer())).OfType<HorizontalMetric>()],
        ScaleUp = RulesReader.Of(spec["behavior"]?["scaleUp"], ScalingRules.DefaultUp),
        ScaleDown = RulesReader.Of(spec["behavior"]?["scaleDown"], ScalingRules.DefaultDown),
    };

    private KedaScalerSettings Keda(JsonNode spec)
    {
        var triggers = (spec["triggers"] as JsonArray ?? []).Select(trigger => Trigger(trigger!)).ToImmutableArray();
        var (min, max, behavior) = (spec["minReplicaCount"].Integer() ?? 0, spec["maxReplicaCount"].Integer() ?? DefaultMax, spec["advanced"]?["horizontalPodAutoscalerConfig"]?["behavior"]);
        return new KedaScalerSettings
        {
            Min = min,
            Max = max,
            Triggers = triggers,
            Signal = Signal(spec["triggers"] as JsonArray ?? []),
            PollingMicros = spec["pollingInterval"].SecondsAsMicros() ?? KedaScalerSettings.DefaultPolling,
            CooldownMicros = spec["cooldownPeriod"].SecondsAsMicros() ?? KedaScalerSettings.DefaultCooldown,
            InitialCooldownMicros = spec["initialCooldownPeriod"].SecondsAsMicros() ?? 0,
            Fallback = spec["fallback"] is { } fallback
                ? new KedaFallback(fallback["replicas"].Integer() ?? 0, fallback["failureThreshold"].Integer() ?? 0, (string?)fallback["behavior"] == "currentReplicasIfHigher")
                : null,
            Horizontal = new HorizontalScalerSettings
            {
                Min = Math.Max(1, min),
                Max = max,
                Metrics = [.. triggers.Select(Metric)],
                ScaleUp = RulesReader.Of(behavior?["scaleUp"], ScalingRules.DefaultUp),
                ScaleDown = RulesReader.Of(behavior?["scaleDown"], ScalingRules.DefaultDown),
            },
        };
    }

    // Our queries carry it within them; those of a model that never sleeps don't.
    private static int? Signal(JsonArray triggers) =>
        triggers.Any(trigger => (string?)trigger!["metadata"]?["query"] is { } query && ScalingPromQl.IsZeroAtRest(query)) && triggers.Index().FirstOrDefault(trigger => ScalingSeries.IsSignal(trigger.Item!)) is { Item: not null } found
            ? found.Index
            : null;

    private static HorizontalMetric Metric(KedaTrigger trigger) => trigger switch
    {
        KedaTrigger.Resource resource => resource.Metric,
        KedaTrigger.Demand demand => demand.Metric,
        // One replica for each that the clock asks for.
        _ => new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.Clock, 0, 0), 1000),
    };

    private KedaTrigger Trigger(JsonNode trigger)
    {
        var (type, metadata) = ((string?)trigger["type"], trigger["metadata"]!);
        return type switch
        {
            "cpu" or "memory" when Utilization(type, metadata["value"].Integer()) is { } metric => new KedaTrigger.Resource(metric),
            Core.Serving.Schedules.CronWindow.Scaler => new KedaTrigger.Schedule(
                new((string)metadata["timezone"]!, (string)metadata["start"]!, (string)metadata["end"]!), metadata["desiredReplicas"].Integer() ?? 0),
            "aws-sqs-queue" => Demand(new MetricSource(ObservedMetric.Messages, 0, 0), metadata["queueLength"], metadata["activationQueueLength"]),
            "prometheus" => Demand(Source((string?)trigger["name"] ?? ""), metadata["threshold"], metadata["activationThreshold"]),
            _ => Demand(Unknown($"a trigger of the kind {type}"), JsonValue.Create(1), null),
        };
    }

    private static KedaTrigger.Demand Demand(MetricSource source, JsonNode? threshold, JsonNode? activation) =>
        new(new HorizontalMetric.AverageValue(source, threshold.Millis() ?? 1000), activation.Millis() ?? 0);

    private MetricSource Source(string trigger)
    {
        if (ScalingSeries.Of(trigger, scrapeMicros) is not { } source)
        {
            return Unknown($"the query '{trigger}'");
        }

        if (source.Metric == ObservedMetric.ArrivalsPerSecond)
        {
            unknowns.Add($"{service.Name}: the query that wakes it is taken for the requests that callers send in a second");
        }

        return source;
    }

    private MetricSource Unknown(string what)
    {
        unknowns.Add($"{service.Name}: nobody here can answer {what} of its autoscaler; it has no answer, as if the metric were missing");
        return new MetricSource(ObservedMetric.Unknown, 0, 0);
    }

    private HorizontalMetric.Utilization? Utilization(string? resource, int? percent) => (resource, percent) switch
    {
        ("cpu", { } target) => new HorizontalMetric.Utilization(_cpu, target, requests.Cpu.Millicores),
        ("memory", { } target) => new HorizontalMetric.Utilization(_cpu with { Metric = ObservedMetric.Memory }, target, requests.Memory.Bytes * 1000),
        _ => null,
    };

    // Serve's configuration is a text within the object; the deployment stands at a place of its own for each kind of application.
    private RayScalerSettings? Ray()
    {
        if ((string?)service.Workload?.Inputs["spec"]?["serveConfigV2"] is not { } text || Find(Parse(text), "autoscaling_config") is not { } config)
        {
            return null;
        }

        var settings = new RayScalerSettings { Min = config["min_replicas"].Integer() ?? 1, Max = config["max_replicas"].Integer() ?? 1, TargetOngoing = config["target_ongoing_requests"].Number() ?? 2 };
        return settings with
        {
            UpscaleDelayMicros = config["upscale_delay_s"].SecondsAsMicros() ?? settings.UpscaleDelayMicros,
            DownscaleDelayMicros = config["downscale_delay_s"].SecondsAsMicros() ?? settings.DownscaleDelayMicros,
            LookBackMicros = config["look_back_period_s"].SecondsAsMicros() ?? settings.LookBackMicros,
        };
    }

    private JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            unknowns.Add($"{service.Name}: its Serve configuration isn't JSON; its number of replicas is taken as fixed");
            return null;
        }
    }

    private static JsonNode? Find(JsonNode? node, string key) => node switch
    {
        JsonObject found when found[key] is { } value => value,
        JsonObject found => found.Select(property => Find(property.Value, key)).FirstOrDefault(value => value is not null),
        JsonArray items => items.Select(item => Find(item, key)).FirstOrDefault(value => value is not null),
        _ => null,
    };
}
