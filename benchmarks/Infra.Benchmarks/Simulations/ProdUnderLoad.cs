using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Capacity.Traces.Synthetic;
using Infra.Core.Capacity;
using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Stacks;

namespace Infra.Benchmarks.Simulations;

/// <summary>
/// The plan of <c>prod</c> under 1,000 requests a second, steady. How long its models take is made up, so that most requests are served and the simulation has its full work: profiles for a benchmark of the simulation, not of the models.
/// </summary>
internal static class ProdUnderLoad
{
    private const long MicrosPerMinute = 60_000_000;

    private static readonly (string Model, double PerSecond)[] _rates =
        [("image-classifier", 700), ("nlp-pipeline", 145), ("document-reader", 50), ("recommender", 103), ("deepseek-r1-distill-70b", 2)];

    /// <summary>Runs it.</summary>
    /// <param name="minutes">How long requests come.</param>
    /// <exception cref="BenchmarkException">There is no plan of prod, or it has other models.</exception>
    public static async Task<SimulationResult> RunAsync(int minutes)
    {
        var file = EnvironmentFile.Read(Path.Combine(Checkout.Folder(), "Pulumi.prod.yaml"), PlatformSettings.ConfigNamespace);
        var outcome = await ProgramPlanner.PlanAsync(file, PlatformSettings.ConfigNamespace, PlatformProgram.RunAsync);
        var plan = outcome.Plan ?? throw new BenchmarkException(string.Join('\n', outcome.Diagnostics.Select(diagnostic => diagnostic.Message)));
        var platform = PlatformReader.Of(plan, Profiles());
        var shape = new TrafficShape { Kind = TrafficKind.Steady, DurationMicros = minutes * MicrosPerMinute, Peak = 1 };
        return Simulator.Run(platform, SyntheticTrace.Of(shape, [.. _rates.Select(rate => Traffic(platform, rate.Model, rate.PerSecond))], seed: 1), new SimulationOptions());
    }

    private static SyntheticModel Traffic(SimulatedPlatform platform, string name, double perSecond)
    {
        var model = platform.Models.FirstOrDefault(model => model.Name == name) ?? throw new BenchmarkException($"prod has no model '{name}' any more; the benchmark's rates have to follow.");
        return new SyntheticModel(platform.Models.IndexOf(model), name, perSecond, model.Places[0].Profile is TokenProfile ? TokenLengths.Conversation : null);
    }

    private static Dictionary<string, ServiceProfile> Profiles() => new(StringComparer.Ordinal)
    {
        ["image-classifier"] = Batches(8_000, 24_000, 32),
        ["nlp-pipeline"] = Batches(15_000, 40_000, 16),
        ["document-reader"] = Batches(20_000, 70_000, 8),
        ["recommender"] = Batches(4_000, 10_000, 16),
    };

    private static RequestProfile Batches(double alone, double full, int size) => new()
    {
        Source = "made up for the benchmark",
        IsEstimate = true,
        BatchTimes = new TimeCurve(new TimePoint(1, alone), new TimePoint(size, full)),
        MaxBatchSize = size,
        MaxBatchDelayMicros = 2_000,
        CpuMicrosPerRequest = 1_000,
    };
}
