using System.Collections.Immutable;
using Infra.Capacity.Comparison;
using Infra.Capacity.Platform;
using Infra.Capacity.Rendering;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Capacity.Traces;
using Infra.Planning.Model;

namespace Infra.Cli.Capacity;

/// <summary>Simulates plans with the requests that somebody asked for.</summary>
internal sealed class CapacityRuns
{
    // As many parts as a chart shows.
    private const int Parts = 240;
    private const long LeastInterval = 1_000_000;

    private readonly TrafficRequest _request;
    private readonly SimulationProgress? _progress;
    private readonly IReadOnlyDictionary<string, ServiceProfile> _profiles;

    /// <exception cref="UsageException">A file of a profile can't be read.</exception>
    public CapacityRuns(TrafficRequest request, SimulationProgress? progress = null)
    {
        (_request, _progress) = (request, progress);
        if (request.Trace is { } trace)
        {
            InputFile.Require(request.Origin, trace);
        }

        _profiles = ProfileFiles.Read(request.Profiles);
    }

    private CapacityRuns(TrafficRequest request, IReadOnlyDictionary<string, ServiceProfile> profiles) => (_request, _profiles) = (request, profiles);

    /// <summary>The same, with each profile that names no accelerator held to those that its model has in a plan: on another one it would be a guess.</summary>
    /// <param name="platform">That plan's.</param>
    /// <param name="notes">What was taken for what; one line each.</param>
    public CapacityRuns HeldTo(SimulatedPlatform platform, out ImmutableArray<string> notes)
    {
        var (profiles, said) = (new SortedDictionary<string, ServiceProfile>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        foreach (var (name, profile) in _profiles.OrderBy(one => one.Key.Contains('@', StringComparison.Ordinal) ? 0 : 1).ThenBy(one => one.Key, StringComparer.Ordinal))
        {
            if (platform.Models.FirstOrDefault(model => model.Name == name) is not { } model)
            {
                profiles[name] = profile;
                continue;
            }

            var accelerators = model.Places.Select(place => platform.Pools[place.Pool].Accelerator).Distinct().Where(accelerator => profiles.TryAdd($"{name}@{accelerator}", profile)).ToList();
            if (accelerators.Count > 0)
            {
                said.Add($"{InputFile.Shown(Path.GetFileName(_request.Profiles[name]))} is taken for {string.Join(", ", accelerators.Select(accelerator => accelerator ?? "the CPU"))}, where {name} runs now, and for nothing else; name others with --profile {name}@ACCELERATOR=FILE");
            }
        }

        notes = said.ToImmutable();
        return new CapacityRuns(_request, profiles);
    }

    /// <summary>Simulates a plan.</summary>
    /// <exception cref="UsageException">A name isn't a model's, or the trace can't be read.</exception>
    public SimulatedRun Run(Plan plan)
    {
        var platform = Platform(plan);
        ProfileFiles.RequireModels(_request.Profiles, platform);
        if (_request.Updates.Keys.FirstOrDefault(name => IndexOf(platform, name) < 0) is { } unknown)
        {
            throw new UsageException($"--update: '{InputFile.Shown(unknown)}' is no model that can be simulated; there are: {string.Join(", ", platform.Models.Where((_, index) => platform.CanAnswer(index)).Select(model => model.Name))}");
        }

        return Run(platform);
    }

    /// <summary>What is simulated of a plan.</summary>
    /// <exception cref="UsageException">Nobody knows what its nodes offer.</exception>
    public SimulatedPlatform Platform(Plan plan)
    {
        try
        {
            return PlatformReader.Of(plan, _profiles);
        }
        catch (InvalidOperationException unknown)
        {
            throw new UsageException($"{plan.Stack} can't be simulated: {unknown.Message}");
        }
    }

    /// <summary>Simulates a platform.</summary>
    public SimulatedRun Run(SimulatedPlatform platform)
    {
        var traffic = new PlanTraffic(_request, platform);
        return new SimulatedRun(platform, Simulator.Run(platform, Watched(traffic.Requests(), traffic), Options(traffic, platform)), traffic.Source);
    }

    /// <summary>Sends the requests of a simulation to another plan too; those for models that it lacks are left out.</summary>
    /// <param name="name">What people call that plan.</param>
    /// <param name="before">That plan.</param>
    /// <param name="after">The simulation.</param>
    public RunComparison Compare(string name, Plan before, SimulatedRun after)
    {
        var platform = Platform(before);
        var traffic = new PlanTraffic(_request, after.Platform);
        var indexes = after.Platform.Models.Select(model => IndexOf(platform, model.Name)).ToList();
        var requests = traffic.Requests().Where(request => indexes[request.Model] >= 0).Select(request => request with { Model = indexes[request.Model] });
        return new RunComparison(name, new SimulatedRun(platform, Simulator.Run(platform, Watched(requests, traffic), Options(traffic, platform)), traffic.Source), after);
    }

    private IEnumerable<TraceRequest> Watched(IEnumerable<TraceRequest> requests, PlanTraffic traffic) => _progress?.Watch(requests, traffic.EndMicros) ?? requests;

    private static int IndexOf(SimulatedPlatform platform, string name)
    {
        var index = platform.Models.ToList().FindIndex(model => model.Name == name);
        return index >= 0 && platform.CanAnswer(index) ? index : -1;
    }

    private SimulationOptions Options(PlanTraffic traffic, SimulatedPlatform platform)
    {
        // A base that lacks the model has nothing to update.
        var updates = _request.Updates.Select(update => new PlannedRollout(update.Value.Milliseconds * 1000, IndexOf(platform, update.Key))).Where(update => update.Model >= 0).OrderBy(update => update.AtMicros);
        var options = new SimulationOptions { Rollouts = [.. updates], Seed = _request.Seed, StartSeconds = _request.Start.ToUnixTimeSeconds(), EndMicros = traffic.EndMicros };
        return traffic.EndMicros is { } end ? options with { IntervalMicros = Math.Max(end / Parts, LeastInterval) } : options;
    }
}
