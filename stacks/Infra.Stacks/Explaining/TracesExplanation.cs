using Infra.Components.Monitoring.Traces;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Explaining;

/// <summary>Where a model's traces go, or why there are none.</summary>
internal static class TracesExplanation
{
    /// <summary>The way of a trace; nothing in an environment without.</summary>
    public static IEnumerable<ExplanationSection> Of(TracesConfig? traces, RuntimeSpec runtime) => traces is null
        ? []
        : [new ExplanationSection("Traces", runtime.Untraced is { } reason
            ? [ExplanationLine.Of("traces", "none", reason)]
            : [
                ExplanationLine.Of("sent to", $"http://{TraceCollector.Host}:{TraceCollector.Port}", "every request"),
                new("kept", (decimal)traces.SampleRatio * 100, "%", $"monitoring.traces.sampleRatio; handed on to {traces.Endpoint}"),
            ])];
}
