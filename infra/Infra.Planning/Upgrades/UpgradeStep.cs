using Infra.Planning.Diffing;
using Infra.Planning.Model;

namespace Infra.Planning.Upgrades;

/// <summary>One step of an upgrade.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">For people, such as <c>control plane 1.34 to 1.35</c>.</param>
public sealed record UpgradeStep(UpgradeStepKind Kind, string Title)
{
    /// <summary>What happens and what to know of it, a line each.</summary>
    public ValueList<string> Facts { get; init; } = [];

    /// <summary>What waits, or may fail, and what to do about it.</summary>
    public ValueList<string> Warnings { get; init; } = [];

    /// <summary>The resources that it changes.</summary>
    public ValueList<ResourceChange> Changes { get; init; } = [];

    /// <summary>Those among them that are replaced, or may be.</summary>
    public IEnumerable<ResourceChange> Replaced => Changes.Where(static change => change.Kind is ChangeKind.Replace or ChangeKind.UpdateOrReplace);
}
