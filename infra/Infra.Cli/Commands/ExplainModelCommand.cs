using System.CommandLine;
using Infra.Cli.Options;
using Infra.Stacks.Explaining;

namespace Infra.Cli.Commands;

/// <summary><c>explain model NAME ENVIRONMENT</c>: memory, cold start, probes, deadlines and scaling of a model, with the calculation; the program doesn't run.</summary>
internal sealed class ExplainModelCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _model = new("model") { Description = "The name of one of the environment's models" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the calculation as JSON, and nothing else, to standard output" };

    public ExplainModelCommand(Terminal terminal, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("model", "Show how memory, start, deadlines and scaling of a model are calculated, and from what.")
    {
        _terminal = terminal;
        Add(_model);
        var environment = new EnvironmentOptions(runsProgram: false);
        environment.AddTo(this);
        Add(_json);
        SetAction(result =>
        {
            var folder = project();
            var request = environment.Read(result, folder);
            return Explain(plans(folder), request, result.GetRequiredValue(_model), result.GetValue(_json));
        });
    }

    private int Explain(IPlanSource plans, PlanRequest request, string name, bool json)
    {
        var (check, settings) = plans.Read(request);
        if (settings is null)
        {
            _terminal.Failure(check.Problems.Render(check.Place));
            return ExitCodes.Usage;
        }
        if (settings.Models.IsEmpty)
        {
            throw new UsageException($"'{request.Environment}' has no models; add one to {check.File} under models");
        }
        var explanation = ModelExplanation.Of(settings, OptionValue.Known(name, $"model of '{request.Environment}' called", ModelExplanation.Names(settings))!);
        if (json)
        {
            ExplanationJson.Write(explanation, request.Environment, _terminal.Out.Writer);
        }
        else
        {
            _terminal.Out.Lines(ExplanationReport.Render(explanation, request.Environment));
        }
        return ExitCodes.Success;
    }
}
