using System.Collections.Immutable;
using Infra.Capacity.Control;

namespace Infra.Capacity.Platform;

/// <summary>What is simulated: models, pools and who scales them, as a plan has them. Immutable; places of a model name pools, requests name models, by their index here.</summary>
public sealed record SimulatedPlatform
{
    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The models, in the plan's order.</summary>
    public required ImmutableArray<SimulatedModel> Models { get; init; }

    /// <summary>Pools that models may run on, in the plan's order.</summary>
    public required ImmutableArray<SimulatedPool> Pools { get; init; }

    /// <summary>Pods that hold room ready and give way to any model.</summary>
    public ImmutableArray<RoomHolder> RoomHolders { get; init; } = [];

    /// <summary>Who adds and takes away nodes.</summary>
    public required NodeProvisionerSettings NodeProvisioning { get; init; }

    /// <summary>What the plan doesn't say, and what is taken in its place; one line each.</summary>
    public ImmutableArray<string> Unknowns { get; init; } = [];

    /// <summary>Whether requests for a model can be simulated: somebody said what replicas do, wherever they run, of all who get them.</summary>
    /// <param name="model">Index of the model.</param>
    public bool CanAnswer(int model) => Models[model].Shares is { IsEmpty: false } shares ? shares.All(share => HasProfiles(share.Model)) : HasProfiles(model);

    /// <summary>Whether a model is switched off: none of all who get its requests has a replica, or anybody who would start one.</summary>
    /// <param name="model">Index of the model.</param>
    public bool IsSwitchedOff(int model) => Models[model].Shares is { IsEmpty: false } shares ? shares.All(share => HasNobody(share.Model)) : HasNobody(model);

    private bool HasNobody(int model) => Models[model] is { Replicas: 0, Control: ReplicaControl.Fixed };

    private bool HasProfiles(int model) => Models[model].Places.All(place => place.Profile is not null);
}
