using System.Globalization;
using System.Text;

namespace Infra.Benchmarks.Plans;

/// <summary>The figures as a table of Markdown, a row per number of models and engine, and how each engine grew at the last step, where what doesn't depend on models weighs least.</summary>
internal sealed class PlanTable
{
    private readonly StringBuilder _rows = new();
    private readonly Dictionary<string, (int Models, double Seconds)> _last = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Growth> _growth = new(StringComparer.Ordinal);

    /// <summary>Adds a row; numbers of models come in ascending order.</summary>
    public void Add(int models, string engine, EngineRuns runs)
    {
        var (seconds, cpu) = (runs.Seconds, runs.CpuSeconds);
        var grown = "";
        if (_last.TryGetValue(engine, out var last))
        {
            var growth = _growth[engine] = new Growth(last.Models, last.Seconds, models, cpu);
            grown = string.Create(CultureInfo.InvariantCulture, $"{growth.Factor:F1}");
        }

        _last[engine] = (models, cpu);
        _rows.Append(CultureInfo.InvariantCulture, $"| {models:N0} | {engine} | {Milliseconds(runs.First.Seconds)} | {Milliseconds(seconds.Minimum)} | {Milliseconds(seconds.Median)} | {Milliseconds(seconds.Maximum)} ")
            .AppendLine(CultureInfo.InvariantCulture, $"| {Milliseconds(cpu)} | {cpu / models * 1e6:F0} µs | {grown} |");
    }

    public string ToMarkdown() => $"""
        | models | engine | first run | minimum | median | maximum | CPU | CPU per model | growth |
        |---|---|---|---|---|---|---|---|---|
        {_rows}
        {string.Concat(_growth.Select(growth => $"{growth.Value.ToMarkdown(growth.Key)}\n"))}
        """;

    private static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:N1} ms");
}
