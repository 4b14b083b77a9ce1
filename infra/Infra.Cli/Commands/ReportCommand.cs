using System.CommandLine;
using System.Globalization;
using Infra.Cli.Options;
using Infra.Planning.Policies;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Reviewing;

namespace Infra.Cli.Commands;

/// <summary><c>report ENVIRONMENT --out FILE</c>: everything that is known of a plan, on one page or as the text of a pull request.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _out = new("--out", "-o") { Description = "The file to write", HelpName = "file" };

    public ReportCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("report", "Write one page with topology, placement, cost, policy findings and resources of an environment, and with what changes.")
    {
        _terminal = terminal;
        var options = new PlanOptions(terminal, debug, project, plans);
        options.AddTo(this);
        Add(_out);
        SetAction(async result =>
        {
            var output = new OutputFile(_out.Name, result.GetValue(_out) ?? throw new UsageException("'report' needs --out FILE"));
            var (plan, exitCode) = await options.ReadAsync(result);
            return plan is null ? exitCode : Say(PlanReview.Of(plan, new PolicyOptions(DateOnly.FromDateTime(DateTime.UtcNow))), output);
        });
    }

    private int Say(PlanReview review, OutputFile output)
    {
        var bytes = output.Write(text => HtmlReport.Write(review, text));
        _terminal.Out.Line(string.Create(CultureInfo.InvariantCulture, $"{review.Plan.Stack}: {bytes / 1024:N0} KiB"));
        return review.HasFindings ? ExitCodes.Findings : ExitCodes.Success;
    }
}
