using System.Collections.Immutable;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.Rules;
using static Infra.Core.Monitoring.Dashboards.Inference.Chosen;

namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>One model, or several side by side, at the four levels at which models are watched (<see cref="RuleLevel"/>).</summary>
internal static class ModelDashboard
{
    public const string Uid = "inference-model";

    public static Dashboard Of(DashboardScope scope) => new()
    {
        Uid = Uid,
        Title = "Inference: model",
        Description = "What users of a model see, what its runtime does, and what that takes. Several models may be chosen.",
        Variables = [Namespace, Model],
        Rows =
        [
            Business(scope),
            .. scope.LanguageModels ? [LanguageModels] : ImmutableArray<DashboardRow>.Empty,
            Replicas(scope),
            .. scope.GpuUse || (scope.Gpus && scope.Prices is not null) ? [Gpus(scope)] : ImmutableArray<DashboardRow>.Empty,
            Base,
            .. scope.Logs ? [ModelLogs.Row] : ImmutableArray<DashboardRow>.Empty,
        ],
    };

    private static DashboardRow Business(DashboardScope scope) => new("Business",
    [
        ModelLines("Requests", "Requests per second, and those among them that the servers failed to answer.", Unit.RequestsPerSecond,
            (RecordedSeries.Requests, "requests"), (RecordedSeries.FailedRequests, "failed")),
        ModelLines("Latency", "Seconds within which half, 95 % and 99 % of the requests are answered. Where the runtime has percentiles only, it is that of the worst replica.", Unit.Seconds,
            (RecordedSeries.LatencyP50, "50 %"), (RecordedSeries.LatencyP95, "95 %"), (RecordedSeries.LatencyP99, "99 %")),
        ModelLines("Failed share", "Share of requests that failed; the error objective of the model is a limit of it.", Unit.Ratio, (RecordedSeries.ErrorRatio, "failed")),
        .. Backlog(scope) is [_, ..] backlog
            ? [ModelLines("Backlog", "Requests that wait for their turn, and requests in work, where the model's runtime tells. A backlog that grows needs replicas.", Unit.Count, backlog)]
            : ImmutableArray<Panel>.Empty,
    ]);

    private static (GaugeMetric, string)[] Backlog(DashboardScope scope) =>
    [
        .. scope.Waiting ? [(RecordedSeries.Waiting, "waiting")] : Array.Empty<(GaugeMetric, string)>(),
        .. scope.Running ? [(RecordedSeries.Running, "in work")] : Array.Empty<(GaugeMetric, string)>(),
    ];

    private static DashboardRow LanguageModels { get; } = new("Language model",
    [
        ModelLines("First token", "Seconds within which 95 % of the requests have their first token.", Unit.Seconds, (RecordedSeries.FirstTokenP95, "95 %")),
        ModelLines("Between tokens", "Seconds between two tokens of an answer, the 95th percentile.", Unit.Seconds, (RecordedSeries.InterTokenP95, "95 %")),
        ModelLines("Queue", "Seconds that 95 % of the requests wait at most before they are computed.", Unit.Seconds, (RecordedSeries.QueueP95, "95 %")),
        ModelLines("Tokens", "Tokens per second that prompts bring and answers get.", Unit.PerSecond, (RecordedSeries.PromptTokens, "prompts"), (RecordedSeries.AnswerTokens, "answers")),
        ModelLines("Lengths", "Tokens of a prompt and of an answer, on average.", Unit.Short, (RecordedSeries.PromptLength, "prompt"), (RecordedSeries.AnswerLength, "answer")),
        ModelLines("KV cache", "Share of the KV cache in use, of the fullest replica. At 100 % requests are put back, and pay their prompt twice.", Unit.Ratio, (RecordedSeries.KvCache, "in use")),
    ]);

    private static DashboardRow Replicas(DashboardScope scope) => new("Batches and replicas",
    [
        .. scope.Batches
            ? [ModelLines("Batch size", "Requests, or tokens of a language model, that are computed at once, on average. Small batches on a busy GPU waste it.", Unit.Short, (RecordedSeries.BatchSize, "at once"))]
            : ImmutableArray<Panel>.Empty,
        ModelLines("Ready pods", "Pods that are ready to serve.", Unit.Count, (RecordedSeries.ReadyPods, "ready")),
        ModelLines("Availability", "Share of the pods that the model always has that are ready. Models that may sleep have none.", Unit.Ratio, (RecordedSeries.Availability, "ready")),
    ]);

    private static DashboardRow Base { get; } = new("Base",
    [
        ModelLines("CPU", "Cores in use, all replicas together.", Unit.Short, (RecordedSeries.Cpu, "cores")),
        ModelLines("Memory", "Memory that can't be taken back, all replicas together.", Unit.Bytes, (RecordedSeries.Memory, "in use")),
        ModelLines("Disk", "Bytes read from and written to disks: much while a model loads, little after.", Unit.BytesPerSecond, (RecordedSeries.Disk, "read and written")),
        ModelLines("Network", "Bytes received and sent.", Unit.BytesPerSecond, (RecordedSeries.Received, "received"), (RecordedSeries.Sent, "sent")),
    ]);

    private static DashboardRow Gpus(DashboardScope scope) => new("Taken of GPUs",
    [
        .. scope.GpuUse
            ? new[]
            {
                ModelLines("GPU use", "Use of the model's GPUs, on average. Low use with a backlog: the model waits for something else, such as CPUs.", Unit.Ratio, (RecordedSeries.GpuUse, "in use")),
                ModelLines("GPU memory", "Share of GPU memory in use, of the fullest GPU. vLLM and others take what they may at once, so that it says nothing of load there.", Unit.Ratio, (RecordedSeries.GpuMemory, "in use")),
                ModelLines("GPU power", "Power that the model's GPUs draw.", Unit.Watts, (RecordedSeries.GpuPower, "drawn")),
                ModelLines("GPUs", "GPUs, or pieces of them, that the model has.", Unit.Count, (RecordedSeries.Gpus, "GPUs")),
            }
            : [],
        .. scope.Prices is { } prices
            ? [ModelLines("Cost", $"Estimate in dollars per hour: the model's share of its nodes, at on-demand list prices ({prices}).", Unit.Dollars, (RecordedSeries.ModelCost, "per hour"))]
            : ImmutableArray<Panel>.Empty,
    ]);
}
