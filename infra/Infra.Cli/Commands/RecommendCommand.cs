using System.CommandLine;
using Infra.Capacity.Recommendation;
using Infra.Cli.Capacity;
using Infra.Cli.Options;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Rendering;
using Infra.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>recommend MODEL --in ENVIRONMENT</c>: which nodes, how many replicas, shared or not, spot or not, for an objective and the least money.</summary>
internal sealed class RecommendCommand : Command
{
    private readonly Argument<string> _model = new("model") { Description = "Name of the model" };
    private readonly Option<string> _environment = new("--in") { Description = "The environment whose file has the model", HelpName = "environment", Required = true };
    private readonly Option<string> _objective = new("--objective") { Description = $"What is wanted of its answers: {LatencyGoal.AllowedForm}", HelpName = "pN=duration", Required = true };
    private readonly Option<bool> _json = new("--json") { Description = "Write the recommendation as JSON, and nothing else" };
    private readonly TrafficOptions _traffic = new();
    private readonly Terminal _terminal;
    private readonly PlanService _service;

    public RecommendCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("recommend", "Search nodes, replicas, sharing of GPUs, spot and targets of the scaler for a model: what keeps an objective for the least money, and the lines that change for it.")
    {
        (_terminal, _service) = (terminal, new PlanService(terminal, plans));
        Add(_model);
        Add(_environment);
        Add(_objective);
        _traffic.AddTo(this);
        Add(_json);
        SetAction(result => RunAsync(result, project(), plans, result.GetValue(debug)));
    }

    private async Task<int> RunAsync(ParseResult result, ProjectFolder project, Func<ProjectFolder, IPlanSource> plans, bool debug)
    {
        var text = result.GetRequiredValue(_objective);
        var goal = LatencyGoal.TryParse(text, out var read) ? read : throw new UsageException($"{_objective.Name} is '{InputFile.Shown(text)}'; allowed: {LatencyGoal.AllowedForm}");
        var name = result.GetRequiredValue(_model);
        var runs = _traffic.AreGiven(result) ? new CapacityRuns(_traffic.Read(result, isRepeated: true).Naming(name)) : null;
        var file = EnvironmentTextFile.Read(project, result.GetRequiredValue(_environment));
        var request = new PlanRequest { Environment = result.GetRequiredValue(_environment) };
        var (plan, exitCode) = await _service.PlanAsync(project, request, debug);
        if (plan is null)
        {
            return exitCode;
        }

        var (check, settings) = plans(project).Read(request);
        if (settings is null)
        {
            _terminal.Failure(check.Problems.Render(check.Place));
            return ExitCodes.Usage;
        }

        runs ??= new CapacityRuns(settings.Capacity is { } capacity ? _traffic.OnTopOf(TrafficRequest.Of(capacity, project.Path), result) : _traffic.Read(result).Naming(name));
        var run = new RecommendationRun(_terminal, plans(project), file, request, settings, name);
        var recommendation = await run.SearchAsync(runs, plan, goal);
        var changes = recommendation.Chosen is { } chosen ? LineDiff.Render(file.Text.Text, run.TextOf(chosen.Setting)).ToList() : [];
        if (result.GetValue(_json))
        {
            RecommendationJson.Write(recommendation, file.Text.Name, changes.Where(IsChange).Select(line => line.ToString()), _terminal.Out.Writer);
        }
        else
        {
            _terminal.Out.Lines(RecommendationText.Render(recommendation));
            _terminal.Out.Lines(changes.Count == 0 ? [] : [TextLine.Empty, TextLine.Of(file.Text.Name, TextRole.Heading), .. changes]);
        }

        return recommendation.Chosen is null ? ExitCodes.Findings : ExitCodes.Success;
    }

    private static bool IsChange(TextLine line) => line.Segments.Any(segment => segment.Role is TextRole.Create or TextRole.Delete);
}
