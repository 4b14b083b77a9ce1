using System.CommandLine;
using Infra.Cli.Bases;
using Infra.Cli.Options;
using Infra.Planning.Costs;
using Infra.Planning.Costs.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>cost ENVIRONMENT</c>: what an environment costs in a month, and what a change of it does.</summary>
internal sealed class CostCommand : Command
{
    private readonly Terminal _terminal;
    private readonly CostOptionSet _costs = new();

    private readonly Option<string?> _base = new("--base")
    {
        Description = "Show too what differs from this revision of the repository, such as main, or from the plan in this file or at standard input (-)",
        HelpName = "revision|file",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the estimate as JSON, and nothing else, to standard output" };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write the section of a pull request's comment to standard output" };

    public CostCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("cost", "Estimate what an environment costs in a month, by list prices with source and date.")
    {
        _terminal = terminal;
        var options = new PlanOptions(terminal, debug, project, plans);
        options.AddTo(this);
        Add(_base);
        _costs.AddTo(this);
        Add(_json);
        Add(_markdown);
        var bases = BasePlans.OfProcess(terminal, project);
        SetAction(async (result, stop) =>
        {
            var (json, markdown) = (result.GetValue(_json), result.GetValue(_markdown));
            if (json && markdown)
            {
                throw new UsageException($"{_json.Name} and {_markdown.Name} are two forms of the same; leave one out");
            }
            var read = _costs.Read(result);
            var (captured, request, exitCode) = await options.ReadCapturedAsync(result);
            if (captured is null)
            {
                return exitCode;
            }
            var report = PlanCosts.Of(captured.Plan, read);
            if (result.GetValue(_base) is not { } value)
            {
                Say(report, null, null, json, markdown);
                return ExitCodes.Success;
            }
            (var before, exitCode) = await bases.ReadAsync(_base.Name, value, request, captured.Plan, stop);
            if (before is null)
            {
                return exitCode;
            }
            Say(report, CostDelta.Between(PlanCosts.Of(before.Plan, read), report), before.Name, json, markdown);
            return ExitCodes.Success;
        });
    }

    private void Say(CostReport report, CostDelta? delta, string? name, bool json, bool markdown)
    {
        if (json)
        {
            CostJson.Write(report, delta, _terminal.Out.Writer);
        }
        else if (markdown)
        {
            _terminal.Out.Writer.Write(CostMarkdown.Render(report, delta));
        }
        else
        {
            _terminal.Out.Lines(delta is null ? CostText.Render(report) : [.. CostText.Render(report), Infra.Planning.Rendering.TextLine.Empty, .. CostText.Render(delta, name!)]);
        }
    }
}
