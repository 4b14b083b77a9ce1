using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>What a rendering shows at once: one change, several that are alike, or a component with all that it brings along.</summary>
/// <param name="Change">The change, or the first of them.</param>
/// <param name="Alike">Every change that this entry stands for, where they are alike; else only the one.</param>
/// <param name="Below">What comes or goes with a component.</param>
internal sealed record DiffEntry(ResourceChange Change, ValueList<ResourceChange> Alike, ValueList<ResourceChange> Below)
{
    public static DiffEntry Of(ResourceChange change) => new(change, [change], []);

    public int Count => Alike.Count + Below.Count;

    public IEnumerable<ResourceChange> All => Alike.Concat(Below);
}
