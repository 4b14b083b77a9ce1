namespace Pulumi;

/// <summary>What a dependency stands for: a component for all resources below it that have a state of their own.</summary>
internal static class DependencyClosure
{
    public static IReadOnlyCollection<Resource> Of(IReadOnlyCollection<Resource> resources)
    {
        if (resources.All(resource => resource is CustomResource))
            return resources;
        return resources.Count == 1 ? resources.First().Closure() : resources.SelectMany(resource => resource.Closure()).ToHashSet();
    }

    /// <summary>A component's; without its remembered answer many resources that depend on one component would walk it each.</summary>
    public static HashSet<Resource> Below(ComponentResource component)
    {
        var reached = new HashSet<Resource>();
        if (component.IsRemote)
            reached.Add(component);
        foreach (var child in component.Children())
            reached.UnionWith(child.Closure());
        return reached;
    }
}
