using System.CommandLine;
using Infra.Capacity.Recommendation;
using Infra.Cli.Capacity;
using Infra.Cli.Options;
using Infra.Core.Configuration;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Rendering;
using Infra.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>recommend MODEL --in ENVIRONMENT</c>: which nodes, how many replicas, spot or not, for an objective and the least money.</summary>
internal sealed class RecommendCommand : Command
{
    private readonly Argument<string> _model = new("model") { Description = "Name of the model" };
    private readonly Option<string> _environment = new("--in") { Description = "The environment whose file has the model", HelpName = "environment", Required = true };
    private readonly Option<string> _objective = new("--objective") { Description = $"What is wanted of its answers: {LatencyGoal.AllowedForm}", HelpName = "pN=duration", Required = true };
    private readonly TrafficOptions _traffic = new();
    private readonly Terminal _terminal;
    private readonly PlanService _service;

    public RecommendCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("recommend", "Search nodes, replicas and spot for a model: what keeps an objective for the least money, and the lines that change for it.")
    {
        (_terminal, _service) = (terminal, new PlanService(terminal, plans));
        Add(_model);
        Add(_environment);
        Add(_objective);
        _traffic.AddTo(this);
        SetAction(result => RunAsync(result, project(), plans, result.GetValue(debug)));
    }

    private async Task<int> RunAsync(ParseResult result, ProjectFolder project, Func<ProjectFolder, IPlanSource> plans, bool debug)
    {
        var text = result.GetRequiredValue(_objective);
        var goal = LatencyGoal.TryParse(text, out var read) ? read : throw new UsageException($"{_objective.Name} is '{InputFile.Shown(text)}'; allowed: {LatencyGoal.AllowedForm}");
        var runs = _traffic.AreGiven(result) ? new CapacityRuns(_traffic.Read(result, isRepeated: true)) : null;
        var (name, file) = (result.GetRequiredValue(_model), EnvironmentTextFile.Read(project, result.GetRequiredValue(_environment)));
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

        runs ??= new CapacityRuns(settings.Capacity is { } capacity ? _traffic.OnTopOf(TrafficRequest.Of(capacity, project.Path), result) : _traffic.Read(result));
        var search = Search(plans(project), file, request, settings, name);
        var recommendation = await search.RunAsync(runs, plan, goal, setting => _terminal.Error.Line($"{setting.InstanceType}, {(setting.CapacityType == Core.Nodes.CapacityType.Spot ? "spot" : "on-demand")}, {setting.Replicas}", TextRole.Guide));
        _terminal.Out.Lines(RecommendationText.Render(recommendation));
        if (recommendation.Chosen?.Setting is not { } chosen)
        {
            return ExitCodes.Findings;
        }

        _terminal.Out.Lines([TextLine.Empty, TextLine.Of(file.Text.Name, TextRole.Heading), .. LineDiff.Render(file.Text.Text, search.TextOf(chosen))]);
        return ExitCodes.Success;
    }

    /// <exception cref="UsageException">There is no such model, or nothing about its nodes can be chosen.</exception>
    private static SettingSearch Search(IPlanSource plans, EnvironmentTextFile file, PlanRequest request, PlatformSettings settings, string name)
    {
        var model = settings.Models.FirstOrDefault(one => one.Name == name)
            ?? throw new UsageException($"'{request.Environment}' has no model {Shown.Quoted(name)}; there are: {Shown.List(settings.Models.Select(one => one.Name))}");
        var pool = settings.Pools.FirstOrDefault(one => one.Name == model.Pools[0]);
        return pool is { ExistingNodes: null, InstanceTypes.IsEmpty: false }
            ? new SettingSearch(plans, file, request, settings, model, pool)
            : throw new UsageException($"'{name}' runs on nodes of somebody else (pool '{model.Pools[0]}'), so that nothing about them can be chosen");
    }
}
