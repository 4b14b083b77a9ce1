using System.Text.Json.Nodes;
using Infra.Core.Nodes;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs;

/// <summary>A pool with the nodes that are paid for.</summary>
internal sealed class CostedPool
{
    private readonly JsonObject _inputs;

    public CostedPool(PlannedPool pool, JsonObject inputs, PlacementReport? placement)
    {
        _inputs = inputs;
        Pool = pool;
        var (placed, most) = (placement?.Minimum.NodesOf(pool.Name), placement?.Maximum.NodesOf(pool.Name));
        Least = Math.Max(pool.Least, placed ?? 0);
        Most = pool.Grows ? Math.Max(pool.Most > 0 ? pool.Most : most ?? 0, Least) : Least;
        PartThatPodsNeed = most is { } nodes && Most > 0 ? (decimal)Math.Min(nodes, Most) / Most : 1;
        Notes =
        [
            placed is null ? $"At minimum: {pool.Least} by the pool's own bound; pods weren't placed."
                : placed > pool.Least ? $"At minimum: {placed} placed, what pods need that always run; the pool's own bound is {pool.Least}."
                : $"At minimum: {pool.Least}, the pool's own bound; pods that always run need no more.",
            !pool.Grows ? "At maximum: the same, as nobody adds nodes."
                : pool.Most > 0 ? $"At maximum: {Most}, the pool's own bound{(most is null ? "" : $"; all pods at their most need {most}")}."
                : $"At maximum: {Most} placed, as the pool has no bound.",
        ];
    }

    public PlannedPool Pool { get; }

    public string Name => Pool.Name;

    public int Least { get; }

    public int Most { get; }

    /// <summary>The part of <see cref="Most"/> that all pods need together when every scaler is at its most.</summary>
    public decimal PartThatPodsNeed { get; }

    /// <summary>How the numbers came about.</summary>
    public ValueList<string> Notes { get; }

    public CapacityType CapacityType => Pool.CapacityType;

    /// <summary>The capacity reservation that its nodes go into; null for none.</summary>
    public string? Reservation => (string?)_inputs["reservationId"] ?? (string?)_inputs["reservation"]?["id"];

    public int VolumeGigabytes => Number("rootVolumeGiB");

    public int VolumeIops => Number("rootVolumeIops");

    public int VolumeThroughput => Number("rootVolumeThroughput");

    private int Number(string key) => (int?)(double?)_inputs[key] ?? 0;
}
