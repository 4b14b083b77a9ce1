using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Logs;

/// <summary>
/// A line of a model's log that is a JSON object. What is listed here can be asked for without reading lines; everything else of the object stays in the line, where
/// <c>| json</c> finds it. None of it is a label of Loki: a label with a value per request makes a stream per request (Loki's documentation, "Label best practices").
/// </summary>
public static class StructuredLog
{
    /// <summary>Key below which a record has the object.</summary>
    public const string Key = "event";

    /// <summary>Its fields that are kept beside the line; values that are lists, such as <c>input_shape</c>, can't be.</summary>
    public static ImmutableArray<string> Fields { get; } = ["level", "service", "request_id", "trace_id", "latency_ms", "output_class", "confidence"];
}
