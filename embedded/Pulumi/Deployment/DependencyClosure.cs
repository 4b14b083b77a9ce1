namespace Pulumi;

/// <summary>What a dependency stands for: a component for all resources below it that have a state of their own.</summary>
internal static class DependencyClosure
{
    public static IReadOnlyCollection<Resource> Of(HashSet<Resource> resources)
    {
        if (resources.All(resource => resource is CustomResource))
            return resources;
        var reached = new HashSet<Resource>();
        var open = new Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (!reached.Add(resource) || resource is not ComponentResource)
                continue;
            foreach (var child in resource.Children())
                open.Push(child);
        }

        reached.RemoveWhere(resource => resource is ComponentResource { IsRemote: false });
        return reached;
    }
}
