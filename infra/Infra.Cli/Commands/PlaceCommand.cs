using System.CommandLine;
using Infra.Cli.Options;
using Infra.Planning.Placement;
using Infra.Planning.Placement.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>place ENVIRONMENT</c>: whether every pod finds a node, and what is in the way of those that don't.</summary>
internal sealed class PlaceCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<bool> _json = new("--json") { Description = "Write the placement as JSON, and nothing else, to standard output" };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write the section of a pull request's comment to standard output" };

    public PlaceCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("place", "Say whether every pod finds a node, at least and at most replicas, and what is in the way of those that don't.")
    {
        _terminal = terminal;
        var options = new PlanOptions(terminal, debug, project, plans);
        options.AddTo(this);
        Add(_json);
        Add(_markdown);
        SetAction(async result =>
        {
            var (json, markdown) = (result.GetValue(_json), result.GetValue(_markdown));
            if (json && markdown)
            {
                throw new UsageException($"{_json.Name} and {_markdown.Name} are two forms of the same; leave one out");
            }

            var (plan, exitCode) = await options.ReadAsync(result);
            return plan is null ? exitCode : Say(PlanPlacement.Of(plan), json, markdown);
        });
    }

    private int Say(PlacementReport report, bool json, bool markdown)
    {
        if (json)
        {
            PlacementJson.Write(report, _terminal.Out.Writer);
        }
        else if (markdown)
        {
            _terminal.Out.Writer.Write(PlacementMarkdown.Render(report));
        }
        else
        {
            _terminal.Out.Lines(PlacementText.Render(report));
        }

        return report.Fits ? ExitCodes.Success : ExitCodes.Findings;
    }
}
