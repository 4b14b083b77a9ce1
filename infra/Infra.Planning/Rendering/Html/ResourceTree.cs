using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Html;

/// <summary>Which resources are below which, and how many below each: asked once, for a plan may have a hundred thousand.</summary>
internal sealed class ResourceTree
{
    private readonly ILookup<Urn?, PlannedResource> _children;
    private readonly Dictionary<Urn, int> _sizes;

    public ResourceTree(Plan plan)
    {
        // Each comes after its parent, so from the end on all that is below one has been counted.
        _sizes = plan.Resources.ToDictionary(static r => r.Urn, static _ => 1);
        _children = plan.Resources.ToLookup(r => r.Parent is { } parent && _sizes.ContainsKey(parent) ? parent : null);
        foreach (var resource in plan.Resources.Reverse())
        {
            if (resource.Parent is { } parent && _sizes.ContainsKey(parent))
            {
                _sizes[parent] += _sizes[resource.Urn];
            }
        }
    }

    public IEnumerable<PlannedResource> Roots => _children[null];

    public IEnumerable<PlannedResource> Below(PlannedResource resource) => _children[resource.Urn];

    /// <summary>With what is below it.</summary>
    public int SizeOf(PlannedResource resource) => _sizes[resource.Urn];
}
