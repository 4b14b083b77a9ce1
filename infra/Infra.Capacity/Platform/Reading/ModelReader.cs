using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Projections;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Platform.Reading;

/// <summary>Reads one model.</summary>
internal static class ModelReader
{
    private const long Second = 1_000_000;

    // The API's own (core/v1, PodSpec.terminationGracePeriodSeconds; apps/v1, RollingUpdateDeployment).
    private const int DefaultGraceSeconds = 30;
    private static readonly PodAmount _quarter = new(25, true);

    // Nobody waits for the answer to a message; a queue forgets it after four days, unless it is told otherwise (SQS API reference, SetQueueAttributes, MessageRetentionPeriod).
    private const int RetentionSeconds = 345_600;

    /// <summary>The model; null where the plan doesn't know its pods, which is said.</summary>
    public static SimulatedModel? Of(PlannedService service, PlannedObjects objects, PoolReader pools, ProfileReader profiles, List<string> unknowns)
    {
        var pods = service.Pods;
        if (pods.IsEmpty || service.Pools.IsEmpty)
        {
            unknowns.Add($"{service.Name}: {(pods.IsEmpty ? "the plan doesn't know its pods" : "it names no pool")}, so that it isn't simulated");
            return null;
        }

        if (service.Inputs["transformer"] is not null)
        {
            unknowns.Add($"{service.Name}: its transformer isn't simulated, as if it took no time and were never short of replicas");
        }

        var hasQueue = HasQueue(service.Scaler);
        return new SimulatedModel
        {
            Name = service.Name,
            Namespace = service.Namespace,
            Replicas = pods[0].Least / pods[0].PodsPerReplica,
            Control = new ControlReader(service, pods[0].Requests, ScrapeMicros(service), unknowns).Control,
            Places = [.. service.Pools.Select(pool => profiles.Place(service, pools.IndexOf(pool)))],
            Pods = [.. pods.SelectMany(part => Enumerable.Repeat(PoolReader.Demand(part.Requests), part.PodsPerReplica))],
            Start = StartReader.Of(service),
            GraceMicros = (pods[0].Spec["terminationGracePeriodSeconds"].Integer() ?? DefaultGraceSeconds) * Second,
            RequestTimeoutMicros = (hasQueue ? RetentionSeconds : service.Inputs["longestRequestSeconds"].Integer() ?? Termination.DefaultLongestRequestSeconds) * Second,
            LoadBalancing = BalancingReader.Of(service, unknowns),
            WithoutReplicas = hasQueue ? WithoutReplicas.WaitsInQueue : WithoutReplicas.Refused,
            Objectives = Objectives(service.Inputs["monitoring"]),
            Rollout = Rollout(service),
        };
    }

    private static bool HasQueue(JsonObject? scaler) => (scaler?["spec"]?["triggers"] as JsonArray ?? []).Any(trigger => (string?)trigger!["type"] == "aws-sqs-queue");

    // Prometheus' own interval where the monitor names none (kube-prometheus-stack, prometheusSpec.scrapeInterval).
    private static long ScrapeMicros(PlannedService service)
    {
        var monitors = service.Children("ServiceMonitor").SelectMany(found => found.Inputs["spec"]?["endpoints"] as JsonArray ?? [])
            .Concat(service.Children("PodMonitor").SelectMany(found => found.Inputs["spec"]?["podMetricsEndpoints"] as JsonArray ?? []));
        var interval = monitors.Select(endpoint => (string?)endpoint!["interval"]).FirstOrDefault(found => found is not null);
        return interval is not null && Core.Units.GoDuration.TryParse(interval, out var duration) ? JsonNumbers.Micros(duration.ToTimeSpan()) : 30 * Second;
    }

    private static LatencyObjectives Objectives(JsonNode? monitoring) => monitoring is null ? LatencyObjectives.None : new LatencyObjectives(
        monitoring["latencyP95Seconds"].SecondsAsMicros(),
        monitoring["firstTokenP95Seconds"].SecondsAsMicros(),
        monitoring["interTokenP95Seconds"].SecondsAsMicros(),
        monitoring["queueP95Seconds"].SecondsAsMicros(),
        monitoring["availability"].Number());

    private static RolloutSettings Rollout(PlannedService service)
    {
        var spec = service.Workload!.Inputs["spec"]!;
        return service.Backend switch
        {
            // A second cluster comes beside the first, and takes over when it is whole.
            ServingBackend.Ray => RolloutSettings.InPlace with { Strategy = (string?)spec["upgradeStrategy"]?["type"] == "None" ? RolloutStrategy.OnDelete : RolloutStrategy.BlueGreen },
            ServingBackend.KServe => Rolling(spec["predictor"]?["deploymentStrategy"]?["rollingUpdate"], _quarter, _quarter),
            ServingBackend.LeaderWorkerSet => Rolling(spec["rolloutStrategy"]?["rollingUpdateConfiguration"], new PodAmount(0, false), new PodAmount(1, false)),
            ServingBackend.LlmInferenceService => Rolling(null, _quarter, _quarter),
            _ => Rolling(spec["strategy"]?["rollingUpdate"], _quarter, _quarter),
        };
    }

    private static RolloutSettings Rolling(JsonNode? update, PodAmount surge, PodAmount unavailable) =>
        new(RolloutStrategy.Rolling, Amount(update?["maxSurge"]) ?? surge, Amount(update?["maxUnavailable"]) ?? unavailable);

    private static PodAmount? Amount(JsonNode? amount) => amount?.ToString() switch
    {
        null => null,
        [.. var share, '%'] => new PodAmount(JsonValue.Create(share).Integer() ?? 0, true),
        _ => new PodAmount(amount.Integer() ?? 0, false),
    };
}
