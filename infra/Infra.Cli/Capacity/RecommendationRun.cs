using System.Globalization;
using Infra.Capacity.Recommendation;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Infra.Stacks;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>Searches for a model, from the command's input to the recommendation.</summary>
internal sealed class RecommendationRun
{
    private readonly Terminal _terminal;
    private readonly PlatformSettings _settings;
    private readonly ModelConfig _model;
    private readonly ModelPools _pools;
    private readonly SettingTrial _trial;

    /// <exception cref="UsageException">There is no such model, or nothing about its nodes can be chosen.</exception>
    public RecommendationRun(Terminal terminal, IPlanSource plans, EnvironmentTextFile file, PlanRequest request, PlatformSettings settings, string name)
    {
        (_terminal, _settings) = (terminal, settings);
        _model = settings.Models.FirstOrDefault(one => one.Name == name)
            ?? throw new UsageException($"'{request.Environment}' has no model {Shown.Quoted(name)}; there are: {Shown.List(settings.Models.Select(one => one.Name))}");
        _pools = new ModelPools(settings, _model);
        if (!ModelPools.IsManaged(_pools.First))
        {
            throw new UsageException($"'{name}' runs on nodes of somebody else (pool '{_pools.First.Name}'), so that nothing about them can be chosen");
        }

        _trial = new SettingTrial(plans, file, request, new SettingEdits(settings, _model, _pools));
    }

    /// <summary>Searches.</summary>
    /// <param name="runs">Simulates.</param>
    /// <param name="plan">The plan as it is.</param>
    /// <param name="goal">What is wanted.</param>
    /// <exception cref="UsageException">Nobody asks the model.</exception>
    public async Task<Recommendation> SearchAsync(CapacityRuns runs, Plan plan, LatencyGoal goal)
    {
        var held = runs.HeldTo(runs.Platform(plan), out var taken);
        var now = held.Run(plan);
        var figures = now.Models.FirstOrDefault(one => one.Name == _model.Name) ?? throw new UsageException($"'{_model.Name}' can't be simulated: {now.Platform.Unknowns.FirstOrDefault(unknown => unknown.StartsWith($"{_model.Name}: ", StringComparison.Ordinal))}");
        if (figures.Result.Requests.Arrived == 0)
        {
            throw new UsageException($"none of the requests is for '{_model.Name}', so that there is nothing to go by");
        }

        var choices = new SearchChoices(_settings, _model, _pools, _trial);
        var space = choices.Space(figures.Model);
        var search = new StagedSearch(space, goal, setting => _trial.RunAsync(setting, held, _model.Name, goal, now), Tell);
        var outcome = await search.RunAsync(TriedSetting.Of(space.Present, now, _model.Name, goal, now: null));
        _terminal.Error.EndStatus();
        return new Recommendation { Model = _model.Name, Goal = goal, Space = space, Outcome = outcome, Notes = [.. taken, .. choices.Notes] };
    }

    /// <summary>The text that the environment's file should have for a setting.</summary>
    public string TextOf(Setting setting) => _trial.TextOf(setting);

    // Where nobody watches, nobody waits.
    private void Tell(SearchStep step)
    {
        if (_terminal.Error.IsTerminal)
        {
            _terminal.Error.Status(string.Create(CultureInfo.InvariantCulture, $"{step.Stage.Name}: {step.Simulations} of at most {SearchStage.MostSimulations + 1} simulated; {step.Setting.InstanceType}, {step.Setting.Replicas}"));
        }
    }
}
