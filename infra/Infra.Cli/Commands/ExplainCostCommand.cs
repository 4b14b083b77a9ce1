using System.CommandLine;
using Infra.Cli.Options;
using Infra.Planning.Costs;
using Infra.Planning.Costs.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>explain cost LINE ENVIRONMENT</c>: the calculation of a line, a model or all of it, with the sources of the prices.</summary>
internal sealed class ExplainCostCommand : Command
{
    private readonly Argument<string> _line = new("line") { Description = $"A line of './run cost', a model, or '{CostExplanation.Total}' for all lines" };

    private readonly Option<bool> _json = new("--json") { Description = "Write the lines, rates and sources as JSON, and nothing else, to standard output" };

    public ExplainCostCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("cost", "Show how a cost is calculated, and where its prices were read.")
    {
        Add(_line);
        var (options, costs) = (new PlanOptions(terminal, debug, project, plans), new CostOptionSet());
        options.AddTo(this);
        costs.AddTo(this);
        Add(_json);
        SetAction(async result =>
        {
            var read = costs.Read(result);
            var (plan, exitCode) = await options.ReadAsync(result);
            if (plan is null)
            {
                return exitCode;
            }
            var report = PlanCosts.Of(plan, read);
            var line = OptionValue.Known(result.GetRequiredValue(_line), $"cost of '{plan.Stack}' called", CostExplanation.Names(report))!;
            if (result.GetValue(_json))
            {
                CostJson.WriteExplanation(report, line, terminal.Out.Writer);
            }
            else
            {
                terminal.Out.Lines(CostExplanation.Render(report, line));
            }

            return ExitCodes.Success;
        });
    }
}
