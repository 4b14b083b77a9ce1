using System.CommandLine;
using Infra.Capacity.Comparison;
using Infra.Capacity.Rendering;
using Infra.Cli.Bases;
using Infra.Cli.Capacity;
using Infra.Cli.Options;
using Infra.Planning.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>simulate ENVIRONMENT</c>: what a plan does under load: latency, objectives, replicas, nodes and what they cost.</summary>
internal sealed class SimulateCommand : Command
{
    private readonly Terminal _terminal;
    private readonly PlanOptions _plan;
    private readonly TrafficOptions _traffic = new();
    private readonly ConfiguredTraffic _configured;
    private readonly BasePlans _bases;

    private readonly Option<string?> _against = new("--against")
    {
        Description = "Send the same requests to this revision of the repository too, such as main, or to the plan in this file or at standard input (-), and show what differs",
        HelpName = "revision|file",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the simulation as JSON, and nothing else" };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write the section of a pull request's comment" };
    private readonly Option<bool> _html = new("--html") { Description = "Write a page with charts; needs --out" };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "The file to write instead of standard output", HelpName = "file" };
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 1 when an objective is missed" };

    public SimulateCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("simulate", "Simulate a plan under load: latency, objectives, lost requests, replicas and nodes over time, and what that costs.")
    {
        _terminal = terminal;
        _plan = new PlanOptions(terminal, debug, project, plans);
        _configured = new ConfiguredTraffic(project, plans);
        _bases = BasePlans.OfProcess(terminal, project);
        _plan.AddTo(this);
        _traffic.AddTo(this);
        foreach (var option in new Option[] { _against, _out, _html, _markdown, _json, _exitCode })
        {
            Add(option);
        }
        SetAction(RunAsync);
    }

    private SimulationProgress Progress => new(_terminal.Error);

    private async Task<int> RunAsync(ParseResult result, CancellationToken stop)
    {
        // What is wrong with the command line is said before anything runs.
        var (write, output) = (FormOf(result), result.GetValue(_out) is { } path ? new OutputFile(_out.Name, path) : null);
        var given = _traffic.AreGiven(result) ? new CapacityRuns(_traffic.Read(result, isRepeated: result.GetValue(_against) is not null), Progress) : null;
        var (captured, request, exitCode) = await _plan.ReadCapturedAsync(result);
        if (captured is null)
        {
            return exitCode;
        }
        var runs = given ?? new CapacityRuns(_configured.Of(request, _plan.IsRead(result)) is { } configured ? _traffic.OnTopOf(configured, result) : _traffic.Read(result), Progress);
        var run = runs.Run(captured.Plan);
        RunComparison? comparison = null;
        if (result.GetValue(_against) is { } value)
        {
            (var before, exitCode) = await _bases.ReadAsync(_against.Name, value, request, captured.Plan, stop);
            if (before is null)
            {
                return exitCode;
            }
            comparison = runs.Compare(before.Name, before.Plan, run);
        }
        Say(run, comparison, write, output);
        return result.GetValue(_exitCode) && !run.MeetsObjectives ? ExitCodes.Findings : ExitCodes.Success;
    }

    /// <returns>Writes it in the form that was asked for; null for text.</returns>
    /// <exception cref="UsageException">The options exclude each other.</exception>
    private Action<SimulatedRun, RunComparison?, TextWriter>? FormOf(ParseResult result)
    {
        var forms = new[] { _html, _markdown, _json }.Where(result.GetValue).ToList();
        return forms switch
        {
            [] => null,
            [var form, var other, ..] => throw new UsageException($"{form.Name} and {other.Name} are two forms of the same; leave one out"),
            [var form] when form == _html => result.GetValue(_out) is null ? throw new UsageException($"{_html.Name} needs {_out.Name} FILE for its page") : CapacityPage.Write,
            [var form] when form == _json => CapacityJson.Write,
            _ => static (run, comparison, text) => text.Write(CapacityMarkdown.Render(run, comparison)),
        };
    }

    private void Say(SimulatedRun run, RunComparison? comparison, Action<SimulatedRun, RunComparison?, TextWriter>? write, OutputFile? output)
    {
        IEnumerable<TextLine> lines = comparison is null ? CapacityText.Render(run) : [.. CapacityText.Render(run), TextLine.Empty, .. ComparisonText.Render(comparison)];
        if (output is null && write is null)
        {
            _terminal.Out.Lines(lines);
            return;
        }
        write ??= (_, _, text) => text.Write(PlainText.Of(lines));
        if (output is null)
        {
            write(run, comparison, _terminal.Out.Writer);
            return;
        }
        var bytes = output.Write(text => write(run, comparison, text));
        _terminal.Error.Line($"{run.Platform.Environment}: {Math.Max(1, bytes / 1024)} KiB written");
    }
}
