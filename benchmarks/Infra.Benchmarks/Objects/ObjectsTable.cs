using System.Globalization;
using System.Text;
using Infra.Benchmarks.Contenders;
using Infra.Benchmarks.Measuring;

namespace Infra.Benchmarks.Objects;

/// <summary>The figures as a table of Markdown, a row per number of models and contender.</summary>
internal sealed class ObjectsTable(IReadOnlyList<Contender> contenders)
{
    private readonly StringBuilder _rows = new();

    public void Add(int models, IReadOnlyDictionary<Contender, List<Sample>> samples)
    {
        foreach (var contender in contenders)
        {
            var seconds = Spread.Of(samples[contender].Select(sample => sample.Seconds));
            var peak = samples[contender].Max(sample => sample.PeakKiB) * 1024 / 1e6;
            var objects = models * contender.ObjectsPerModel;
            _rows.Append(CultureInfo.InvariantCulture, $"| {models:N0} | `{contender.Name}` | {objects:N0} | {seconds.Minimum:F2} s | {seconds.Median:F2} s | {seconds.Maximum:F2} s ")
                .AppendLine(CultureInfo.InvariantCulture, $"| {peak:F0} MB | {seconds.Median / objects * 1e6:F0} µs |");
        }
    }

    public string ToMarkdown() => $"""
        | models | command | objects | minimum | median | maximum | highest peak memory | median per object |
        |---|---|---|---|---|---|---|---|
        {_rows}
        """;
}
