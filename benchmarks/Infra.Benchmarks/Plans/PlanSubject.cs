using Infra.Benchmarks.Objects;
using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Policies;
using Infra.Planning.Reviewing;
using Infra.Stacks;

namespace Infra.Benchmarks.Plans;

/// <summary>A plan of N models, the same before half of its images changed, and what engines make of them for other engines: each made once, when it is first asked for.</summary>
internal sealed class PlanSubject(Plan plan, Plan before)
{
    private readonly Lazy<PlanDiff> _diff = new(() => PlanDiff.Between(before, plan));
    private readonly Lazy<PlacementReport> _placement = new(() => PlanPlacement.Of(plan));
    private readonly Lazy<PlanReview> _review = new(() => PlanReview.Of(plan, Policies).ComparedWith(before, "before"));

    /// <summary>A day that doesn't move, so that what is out of support doesn't change the figures.</summary>
    public static PolicyOptions Policies { get; } = new(new DateOnly(2026, 11, 22));

    public Plan Plan => plan;

    public Plan Before => before;

    public PlanDiff Diff => _diff.Value;

    public PlacementReport Placement => _placement.Value;

    public PlanReview Review => _review.Value;

    /// <summary>Runs the whole program in the embedded engine on <see cref="PlacedEnvironment"/>.</summary>
    /// <exception cref="BenchmarkException">There is no plan of it.</exception>
    public static async Task<PlanSubject> MakeAsync(string folder, int models, int replicas)
    {
        var file = EnvironmentFile.Read(PlacedEnvironment.Write(folder, models, replicas), PlatformSettings.ConfigNamespace);
        var outcome = await ProgramPlanner.PlanAsync(file, PlatformSettings.ConfigNamespace, PlatformProgram.RunAsync);
        var plan = outcome.Plan ?? throw new BenchmarkException(string.Join('\n', outcome.Diagnostics.Select(diagnostic => diagnostic.Message)));
        return new PlanSubject(plan, EarlierImages.Of(plan, Enumerable.Range(0, models).Where(model => model % 2 == 0).Select(BenchProgram.NameOf)));
    }

    /// <exception cref="BenchmarkException">Pods are left over: the figures would be those of another question.</exception>
    public void CheckPlaces()
    {
        if (!Placement.Fits)
        {
            throw new BenchmarkException(Placement.Summary);
        }
    }
}
