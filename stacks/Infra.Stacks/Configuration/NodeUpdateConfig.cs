using Infra.Components.Nodes;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>How EKS replaces a pool's nodes when AMI release or settings change.</summary>
public sealed record NodeUpdateConfig : IConfigRules
{
    /// <summary>Nodes that may be away at once. Default: 1, unless the percentage is set.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? MaxUnavailable { get; init; }

    /// <summary>Percentage of the nodes that may be away at once; excludes maxUnavailable. Default: none.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? MaxUnavailablePercentage { get; init; }

    /// <summary>
    /// Whether old nodes end before new ones are launched (<c>minimal</c>), which needs no spare GPU, or after (<c>default</c>). Default: minimal.
    /// </summary>
    public NodeUpdateStrategy Strategy { get; init; } = NodeUpdateStrategy.Minimal;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (MaxUnavailable is not null && MaxUnavailablePercentage is not null)
        {
            problems.Add(path, "has both maxUnavailable and maxUnavailablePercentage; EKS takes one of them");
        }
    }

    /// <summary>The component's form.</summary>
    internal NodeUpdateArgs ToArgs() => new()
    {
        MaxUnavailable = MaxUnavailable,
        MaxUnavailablePercentage = MaxUnavailablePercentage,
        Strategy = Strategy == NodeUpdateStrategy.Minimal ? "MINIMAL" : "DEFAULT",
    };
}

/// <summary>Which come first in an update, new nodes or the end of old ones.</summary>
public enum NodeUpdateStrategy
{
    /// <summary>Old nodes end first.</summary>
    [WireName("minimal")]
    Minimal,

    /// <summary>New nodes come first.</summary>
    [WireName("default")]
    Default,
}
