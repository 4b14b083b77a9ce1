using System.CommandLine;
using Infra.Capacity.Comparison;
using Infra.Capacity.Rendering;
using Infra.Cli.Bases;
using Infra.Cli.Capacity;
using Infra.Cli.Options;
using Infra.Cli.Policies;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Reviewing;

namespace Infra.Cli.Commands;

/// <summary><c>report ENVIRONMENT --out FILE</c>: everything that is known of a plan, on one page, or as the text of a pull request.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Terminal _terminal;
    private readonly PlanOptions _plan;
    private readonly BasePlans _bases;
    private readonly CheckOptions _check;
    private readonly ConfiguredTraffic _traffic;
    private readonly Option<string?> _base = new("--base")
    {
        Description = "Show too what changes compared with this revision of the repository, such as main, or with the plan in this file: what 'preview --json', 'pulumi stack export' or 'pulumi preview --json --show-sames' wrote",
        HelpName = "revision|file",
    };

    private readonly Option<string?> _out = new("--out", "-o") { Description = "The file to write. Markdown and JSON go to standard output without it", HelpName = "file" };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write Markdown for a pull request instead of a page" };
    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON document with those of diff, place, cost and check instead of a page" };
    private readonly Option<string?> _limit = new("--limit")
    {
        Description = $"Characters that the Markdown may have. Default: {PlanDiffMarkdown.CommentLimit}, as many as a comment on GitHub",
        HelpName = "number",
    };

    public ReportCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans, Func<DateOnly> today)
        : base("report", "Write what is known of an environment on one page: changes, topology, placement, cost, policy findings, resources.")
    {
        _terminal = terminal;
        _plan = new PlanOptions(terminal, debug, project, plans);
        _bases = BasePlans.OfProcess(terminal, project);
        _check = new CheckOptions(today);
        _traffic = new ConfiguredTraffic(project, plans);
        _plan.AddTo(this);
        _check.AddTo(this);
        foreach (var option in new Option[] { _base, _out, _markdown, _limit, _json })
        {
            Add(option);
        }
        SetAction((result, stop) => RunAsync(result, project(), stop));
    }

    private async Task<int> RunAsync(ParseResult result, ProjectFolder project, CancellationToken stop)
    {
        // What is wrong with the command line is said before anything runs.
        var (write, output) = (FormOf(result), result.GetValue(_out) is { } path ? new OutputFile(_out.Name, path) : null);
        var policies = _check.Read(result, project.Path);
        var (captured, request, exitCode) = await _plan.ReadCapturedAsync(result);
        if (captured is null)
        {
            return exitCode;
        }
        var review = PlanReview.Of(captured.Plan, policies);
        var runs = _traffic.Of(request, _plan.IsRead(result)) is { } traffic ? new CapacityRuns(traffic) : null;
        var run = runs?.Run(captured.Plan);
        var comparison = default(RunComparison);
        if (result.GetValue(_base) is { } value)
        {
            (var before, exitCode) = await _bases.ReadAsync(_base.Name, value, request, captured.Plan, stop);
            if (before is null)
            {
                return exitCode;
            }
            review = review.ComparedWith(before.Plan, before.Name, sameReader: before.Form == captured.Form);
            comparison = run is null ? null : runs!.Compare(before.Name, before.Plan, run);
        }
        if (run is not null)
        {
            review = review with { Additions = [new CapacityAddition(run, comparison)] };
        }
        Say(review, write, output);
        return review.HasFindings ? ExitCodes.Findings : ExitCodes.Success;
    }

    /// <exception cref="UsageException">The options exclude each other.</exception>
    private Action<PlanReview, TextWriter> FormOf(ParseResult result)
    {
        var limit = OptionValue.Positive(_limit, result);
        return (result.GetValue(_markdown), result.GetValue(_json)) switch
        {
            (true, true) => throw new UsageException($"{_markdown.Name} and {_json.Name} are two forms of the same; leave one out"),
            (false, _) when limit is not null => throw new UsageException($"{_limit.Name} is for {_markdown.Name}; give both, or neither"),
            (true, _) when limit < ReviewMarkdown.LeastLimit => throw new UsageException($"{_limit.Name} is '{limit}'; allowed: {ReviewMarkdown.LeastLimit} or more, or there is no room for what must not be left out"),
            (true, _) => (review, text) => text.Write(ReviewMarkdown.Render(review, limit ?? PlanDiffMarkdown.CommentLimit)),
            (_, true) => ReviewJson.Write,
            _ when result.GetValue(_out) is null => throw new UsageException($"'report' needs {_out.Name} FILE for its page; {_markdown.Name} and {_json.Name} can do without"),
            _ => HtmlReport.Write,
        };
    }

    private void Say(PlanReview review, Action<PlanReview, TextWriter> write, OutputFile? output)
    {
        if (output is null)
        {
            write(review, _terminal.Out.Writer);
            return;
        }
        var bytes = output.Write(text => write(review, text));
        _terminal.Error.Line($"{review.Plan.Stack}: {Math.Max(1, bytes / 1024)} KiB written");
    }
}
