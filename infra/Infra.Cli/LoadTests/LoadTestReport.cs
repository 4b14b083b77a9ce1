using Infra.LoadTesting.Reports;
using Infra.Planning.Rendering;

namespace Infra.Cli.LoadTests;

/// <summary>Says what was measured: on standard output, and in the files that were asked for.</summary>
internal sealed class LoadTestReport(Terminal terminal, IReadOnlyList<Measurement> measurements, IReadOnlyList<ObjectiveCheck> objectives)
{
    /// <summary>On standard output, at once: no file that can't be written afterwards takes it along.</summary>
    public void Print(bool json)
    {
        Write(json);
        terminal.Out.Writer.Flush();
    }

    public void Save(OutputFile? page) => page?.Write(text => ResultPage.Write(measurements, objectives, text));

    private void Write(bool json)
    {
        if (json)
        {
            ResultJson.Write(measurements, objectives, terminal.Out.Writer);
            return;
        }
        terminal.Out.Lines(ResultText.Render(measurements));
        foreach (var objective in objectives)
        {
            terminal.Out.Line($"{objective}", objective.IsMet ? TextRole.Plain : TextRole.Error);
        }
    }
}
