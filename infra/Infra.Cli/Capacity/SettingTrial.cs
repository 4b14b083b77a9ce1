using Infra.Automation.Editing;
using Infra.Capacity.Platform;
using Infra.Capacity.Recommendation;
using Infra.Capacity.Rendering;
using Infra.Planning.Model;
using Infra.Stacks;

namespace Infra.Cli.Capacity;

/// <summary>Tries settings of a model: each is written into the environment's file, planned as the file would be, and simulated.</summary>
/// <param name="plans">Where plans come from.</param>
/// <param name="file">The environment's file.</param>
/// <param name="request">How the environment is planned.</param>
/// <param name="edits">What the file has to say for a setting.</param>
internal sealed class SettingTrial(IPlanSource plans, EnvironmentTextFile file, PlanRequest request, SettingEdits edits)
{
    private readonly EnvironmentEditing _editing = new(PlatformSettings.ConfigNamespace);

    /// <summary>The text that the environment's file should have for a setting.</summary>
    /// <exception cref="UsageException">The file can't be edited so.</exception>
    public string TextOf(Setting setting)
    {
        var edited = _editing.Apply(file.Text, edits.Of(setting));
        return edited.Text ?? throw new UsageException($"{file.Text.Name} can't be edited:", [.. edited.Problems]);
    }

    /// <summary>What the configuration's checks have against a setting; null for nothing.</summary>
    public string? Problem(Setting setting)
    {
        using var staged = file.With(TextOf(setting)).Staged();
        var check = plans.Check(request with { ConfigFile = staged.Path });
        return check.Problems.IsEmpty ? null : check.Problems.All[0].ToString();
    }

    /// <summary>Simulates a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="runs">Simulates.</param>
    /// <param name="model">The model.</param>
    /// <param name="goal">What is wanted.</param>
    /// <param name="now">What there is now.</param>
    public async Task<Attempt> RunAsync(Setting setting, CapacityRuns runs, string model, LatencyGoal goal, SimulatedRun now)
    {
        if (Problem(setting) is { } problem)
        {
            return Attempt.Refused(problem);
        }

        using var staged = file.With(TextOf(setting)).Staged();
        if ((await plans.PlanAsync(request with { ConfigFile = staged.Path })).Plan is not { } plan)
        {
            return Attempt.Refused("the program fails with it; './run preview' says why, once it is in the file");
        }

        return Unmeasured(runs, plan, now) is { } why ? Attempt.Refused(why) : Attempt.Of(TriedSetting.Of(setting, runs.Run(plan), model, goal, now));
    }

    // Of models that nobody asks nobody needs to know.
    private static string? Unmeasured(CapacityRuns runs, Plan plan, SimulatedRun now)
    {
        var platform = runs.Platform(plan);
        var asked = now.Models.Where(one => one.Result.Requests.Arrived > 0).Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        return (from one in platform.Models
                where asked.Contains(one.Name)
                from place in one.Places
                where place.Profile is null
                select Why(one, platform.Pools[place.Pool])).FirstOrDefault();
    }

    private static string Why(SimulatedModel model, SimulatedPool pool) =>
        $"nobody measured or can estimate what a replica of {model.Name} does on {pool.Accelerator}; measure one with './run loadtest' and name the file with --profile {model.Name}@{pool.Accelerator}=FILE";
}
