using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Planning.Policies;

/// <summary>What is judged: a plan, or manifests in the form of one.</summary>
/// <param name="Name">The stack, or the folder as the user named it.</param>
/// <param name="Plan">The resources.</param>
public sealed record PolicyInput(string Name, Plan Plan)
{
    /// <summary>File and line of each resource that comes from a manifest; empty for a plan.</summary>
    public ImmutableDictionary<Urn, string> Locations { get; init; } = ImmutableDictionary<Urn, string>.Empty;

    /// <summary>Whether these are manifests: nobody then knows providers, options and what else is in the cluster.</summary>
    public bool IsManifests { get; init; }

    /// <summary>A plan as it is.</summary>
    public static PolicyInput Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PolicyInput(plan.Stack, plan);
    }
}
