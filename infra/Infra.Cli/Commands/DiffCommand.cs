using System.CommandLine;
using Infra.Cli.Bases;
using Infra.Cli.Options;
using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>diff ENVIRONMENT --base REVISION</c>: what an update would change, replace and destroy.</summary>
internal sealed class DiffCommand : Command
{
    private readonly Terminal _terminal;
    private readonly PlanOptions _head;
    private readonly BasePlans _bases;
    private readonly Option<string> _base = new("--base")
    {
        Description = "Compare with this revision of the repository, such as main, or with the plan in this file or at standard input (-): what 'preview --json', 'pulumi stack export' or 'pulumi preview --json --show-sames' wrote",
        HelpName = "revision|file",
        Required = true,
    };

    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write Markdown for a pull request, at most as long as a comment may be" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the changes as JSON, and nothing else, to standard output" };
    private readonly Option<bool> _full = new("--full") { Description = "Show every change for itself, folded values and sources of facts too" };
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 1 when something changes" };

    public DiffCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("diff", "Show what an update would change, replace and destroy, and why. Needs no Pulumi CLI, account or cluster.")
    {
        _terminal = terminal;
        _head = new PlanOptions(terminal, debug, project, plans);
        _bases = BasePlans.OfProcess(terminal, project);
        _head.AddTo(this);
        foreach (var option in new Option[] { _base, _markdown, _json, _full, _exitCode })
        {
            Add(option);
        }
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken stop)
    {
        if (result.GetValue(_markdown) && result.GetValue(_json))
        {
            throw new UsageException($"{_markdown.Name} and {_json.Name} are two forms of the same; leave out one of them");
        }
        var (after, request, exitCode) = await _head.ReadCapturedAsync(result);
        if (after is null)
        {
            return exitCode;
        }
        (var before, exitCode) = await _bases.ReadAsync(_base.Name, result.GetRequiredValue(_base), request, after.Plan, stop);
        if (before is null)
        {
            return exitCode;
        }
        var diff = PlanDiff.Between(before.Plan, after.Plan, sameReader: before.Form == after.Form);
        Write(diff, result);
        return result.GetValue(_exitCode) && !diff.IsEmpty ? ExitCodes.Findings : ExitCodes.Success;
    }

    private void Write(PlanDiff diff, ParseResult result)
    {
        var full = result.GetValue(_full);
        if (result.GetValue(_json))
        {
            PlanDiffJson.Write(diff, _terminal.Out.Writer);
        }
        else if (result.GetValue(_markdown))
        {
            _terminal.Out.Writer.Write(PlanDiffMarkdown.Render(diff, full));
        }
        else
        {
            _terminal.Out.Lines(PlanDiffText.Render(diff, full));
        }
    }
}
