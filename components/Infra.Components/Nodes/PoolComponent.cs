using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>
/// A pool of nodes, whatever makes them. The contract is here and not in each class because Pulumi makes a schema of the public properties that a component itself declares, and has no notation
/// for this one: programs in other languages get the pools without it (docs/other-languages.md).
/// </summary>
public abstract class PoolComponent : ComponentResource
{
    private protected PoolComponent(string type, string name, ResourceArgs args, ComponentResourceOptions? options)
        : base(type, name, args, options)
    {
    }

    /// <summary>What workloads and daemon sets on the pool rely on.</summary>
    // A pool's constructor sets it as soon as the arguments are checked, or throws.
    public PoolContract Contract { get; private protected set; } = null!;
}
