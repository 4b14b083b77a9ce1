using Infra.Planning.Rendering;

namespace Infra.LoadTesting.Reports;

/// <summary>Measurements as text: a table over all of them, failures by kind, tokens, and what a reader has to know.</summary>
public static class ResultText
{
    public static IEnumerable<TextLine> Render(IReadOnlyList<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        foreach (var measurement in measurements)
        {
            yield return TextLine.Of($"{measurement.Label}: {measurement.Address}, {measurement.Load}");
        }
        foreach (var (title, columns, rows) in Tables(measurements).Where(table => table.Rows.Count > 0))
        {
            yield return TextLine.Empty;
            yield return TextLine.Of(title, TextRole.Heading);
            foreach (var line in TextTable.Render(columns, rows))
            {
                yield return line;
            }
        }
        var remarks = measurements.SelectMany(Remarks.Of).ToList();
        if (remarks.Count > 0)
        {
            yield return TextLine.Empty;
        }
        foreach (var remark in remarks)
        {
            yield return TextLine.Of(remark, TextRole.Warning);
        }
    }

    internal static IEnumerable<(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)> Tables(IReadOnlyList<Measurement> measurements)
    {
        yield return ("Latency of answered requests", ["run", "requests>", "answered>", "failed>", "answers/s>", .. Percentiles.Names.Select(name => $"{name}>")],
        [
            .. measurements.Select(run => (IReadOnlyList<string>)
            [
                run.Label, $"{run.Result.Requests}", $"{run.Result.Answered}", $"{run.Result.Failed + run.Result.NotSent}", $"{run.Result.AnswersPerSecond:0.0}", .. Percentiles.Texts(run.Result.Latency),
            ]),
        ]);
        var tokens = measurements.Where(run => run.Result.Tokens is not null).ToList();
        yield return ("Time to the first token", ["run", .. Percentiles.Names.Select(name => $"{name}>")], [.. tokens.Select(run => (IReadOnlyList<string>)[run.Label, .. Percentiles.Texts(run.Result.Tokens!.FirstToken)])]);
        yield return ("Between tokens", ["run", "tokens/s>", .. Percentiles.Names.Select(name => $"{name}>")],
        [
            .. tokens.Select(run => (IReadOnlyList<string>)[run.Label, $"{run.Result.PerSecond(run.Result.Tokens!.CompletionTokens):0.0}", .. Percentiles.Texts(run.Result.Tokens!.BetweenTokens)]),
        ]);
        yield return ("Failures", ["run", "failure", "requests>"],
        [
            .. measurements.SelectMany(run => run.Result.Failures.Select(failure => (IReadOnlyList<string>)[run.Label, $"{failure.Key}", $"{failure.Value}"])
                .Concat(run.Result.NotSent == 0 ? [] : [(IReadOnlyList<string>)[run.Label, "not sent: too many in flight", $"{run.Result.NotSent}"]])),
        ]);
    }
}
