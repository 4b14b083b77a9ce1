using System.CommandLine;
using Infra.Cli.Options;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Placement.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>explain pod NAME ENVIRONMENT</c>: where the pods of a workload land, and what the nodes of each pool say to them.</summary>
internal sealed class ExplainPodCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _name = new("name") { Description = "The name of what makes the pods, such as a model's" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the explanation as JSON, and nothing else, to standard output" };

    public ExplainPodCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("pod", "Show where the pods of a workload land, and which of the scheduler's filters keep them off each pool.")
    {
        _terminal = terminal;
        Add(_name);
        var options = new PlanOptions(terminal, debug, project, plans);
        options.AddTo(this);
        Add(_json);
        SetAction(async result =>
        {
            var (plan, exitCode) = await options.ReadAsync(result);
            return plan is null ? exitCode : Say(plan, result.GetRequiredValue(_name), result.GetValue(_json));
        });
    }

    private int Say(Plan plan, string name, bool json)
    {
        var explanations = PodExplanation.Of(plan, OptionValue.Known(name, "workload called", PodExplanation.Names(plan))!);
        if (json)
        {
            PodExplanationJson.Write(explanations, plan.Stack, _terminal.Out.Writer);
        }
        else
        {
            _terminal.Out.Lines(PodExplanationText.Render(explanations));
        }

        return ExitCodes.Success;
    }
}
