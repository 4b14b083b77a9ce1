using System.Collections.Immutable;
using System.Globalization;
using Infra.Automation.Editing;
using Infra.Capacity.Recommendation;
using Infra.Capacity.Rendering;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Planning.Model;
using Infra.Stacks;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>Tries settings of a model: each is written into the environment's file, planned as the file would be, and simulated.</summary>
/// <param name="plans">Where plans come from.</param>
/// <param name="file">The environment's file.</param>
/// <param name="request">How the environment is planned.</param>
/// <param name="settings">What the file says.</param>
/// <param name="model">The model.</param>
/// <param name="pool">Its pool.</param>
internal sealed class SettingSearch(IPlanSource plans, EnvironmentTextFile file, PlanRequest request, PlatformSettings settings, ModelConfig model, PoolConfig pool)
{
    /// <summary>Of more instance types nobody reads a table.</summary>
    private const int MostTypes = 5;

    private readonly EnvironmentEditing _editing = new(PlatformSettings.ConfigNamespace);
    private readonly List<(Setting Setting, string Why)> _refused = [];

    /// <summary>Searches.</summary>
    /// <param name="runs">Simulates.</param>
    /// <param name="now">The plan as it is.</param>
    /// <param name="goal">What is wanted.</param>
    /// <param name="tell">Is told what is tried.</param>
    /// <exception cref="UsageException">Nobody asks the model.</exception>
    public async Task<Recommendation> RunAsync(CapacityRuns runs, Plan now, LatencyGoal goal, Action<Setting> tell)
    {
        var present = Outcome(null, runs.Run(now), goal);
        if (present.Model.Result.Requests.Arrived == 0)
        {
            throw new UsageException($"none of the requests is for '{model.Name}', so that there is nothing to go by");
        }

        var tried = new List<TriedSetting>();
        foreach (var ladder in SettingLadder.Of(Types(), [CapacityType.Spot, CapacityType.OnDemand], model.Autoscaling is not null, MayShare))
        {
            foreach (var setting in ladder)
            {
                tell(setting);
                if (await TryAsync(setting, runs, goal) is { } outcome)
                {
                    tried.Add(outcome);
                    if (goal.IsMet(outcome.Model.Result))
                    {
                        break;
                    }
                }
                else if (_refused[^1].Setting == ladder[0])
                {
                    break;
                }
            }
        }

        return new Recommendation { Model = model.Name, Goal = goal, Now = present, Tried = [.. tried], Refused = [.. _refused] };
    }

    /// <summary>The text that the environment's file should have for a setting.</summary>
    /// <exception cref="UsageException">The file can't be edited so.</exception>
    public string TextOf(Setting setting)
    {
        var edited = _editing.Apply(file.Text, Edits(setting));
        return edited.Text ?? throw new UsageException($"{file.Text.Name} can't be edited:\n{string.Join('\n', edited.Problems.Select(problem => $"  {problem}"))}");
    }

    // A language model takes all the memory of its GPU for its cache.
    private bool MayShare => model is { Llm: null, Gpus: null or 1 } && pool.Sharing is null or { Mig: null, Mps: null };

    private IReadOnlyList<string> Types()
    {
        var region = settings.Aws?.Region ?? PriceList.KnownRegion;
        return
        [
            .. InstanceCatalog.Default.All
                .Where(type => type is { Accelerator: { Manufacturer: "nvidia", Count: > 0 }, Lifecycle.Status: LifecycleStatus.Current, IsBareMetal: false } && type.Architecture == Architecture && type.OnDemandPrice(region) is not null)
                .Where(type => type.Accelerator!.Count >= (model.Gpus ?? 1) && Problem(new Setting(type.Name, CapacityType.OnDemand, 1, 2)) is null)
                .OrderBy(type => type.OnDemandPrice(region)!.UsdPerHour).ThenBy(type => type.Name, StringComparer.Ordinal)
                .DistinctBy(type => (type.Accelerator!.Name, type.Accelerator.Count)).Take(MostTypes).Select(type => type.Name),
        ];
    }

    // That of the image, which the pool's present nodes run.
    private CpuArchitecture Architecture => InstanceCatalog.Default.All.FirstOrDefault(type => pool.InstanceTypes.Contains(type.Name))?.Architecture ?? CpuArchitecture.Amd64;

    private async Task<TriedSetting?> TryAsync(Setting setting, CapacityRuns runs, LatencyGoal goal)
    {
        var why = Problem(setting);
        if (why is null)
        {
            using var staged = file.With(TextOf(setting)).Staged();
            var result = await plans.PlanAsync(request with { ConfigFile = staged.Path });
            if (result.Plan is { } plan)
            {
                try
                {
                    return Outcome(setting, runs.Run(plan), goal);
                }
                catch (UsageException unknown)
                {
                    why = unknown.Message;
                }
            }
        }

        _refused.Add((setting, why ?? "the program failed"));
        return null;
    }

    private string? Problem(Setting setting)
    {
        using var staged = file.With(TextOf(setting)).Staged();
        var check = plans.Check(request with { ConfigFile = staged.Path });
        return check.Problems.IsEmpty ? null : check.Problems.All[0].ToString();
    }

    private TriedSetting Outcome(Setting? setting, SimulatedRun run, LatencyGoal goal)
    {
        var figures = run.Models.Single(one => one.Name == model.Name);
        return new TriedSetting(setting, run, figures, goal.Share(figures.Result), run.Result.Usd);
    }

    private ImmutableArray<ItemEdit> Edits(Setting setting)
    {
        var capacity = setting.CapacityType == CapacityType.Spot ? "spot" : "onDemand";
        var edits = ImmutableArray.CreateBuilder<ItemEdit>();
        edits.Add(new ItemEdit("pools", pool.Name, null, $"{{instanceTypes: [{setting.InstanceType}], capacityType: {capacity}}}"));
        // Others on the pool keep their room.
        if (setting.Max - (model.Autoscaling?.Max ?? model.Replicas ?? 1) is > 0 and var more && pool.Capacity is { } room)
        {
            edits.Add(new ItemEdit("pools", pool.Name, "capacity", Yaml($"{{max: {room.Max + more}}}")));
        }

        if (setting.SharedBy != (pool.Sharing?.TimeSlicing ?? 1))
        {
            edits.Add(new ItemEdit("pools", pool.Name, "sharing", Yaml($"{{timeSlicing: {setting.SharedBy}}}")));
        }

        edits.Add(model.Autoscaling is null
            ? new ItemEdit("models", model.Name, null, Yaml($"{{replicas: {setting.Max}}}"))
            : new ItemEdit("models", model.Name, "autoscaling", Yaml($"{{min: {setting.Min}, max: {setting.Max}}}")));
        return edits.ToImmutable();
    }

    private static string Yaml(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
