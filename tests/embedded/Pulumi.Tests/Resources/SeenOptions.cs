namespace Pulumi.Tests.Resources;

/// <summary>What a transformation was shown of one resource.</summary>
internal sealed record SeenOptions(string Name, string? Parent, string DependsOn, string? Provider, bool? Protect, string? Version)
{
    /// <summary>A transformation that changes nothing and writes down what it is shown.</summary>
    public static ResourceTransformation Into(List<SeenOptions> seen) => args =>
    {
        seen.Add(new SeenOptions(
            args.Resource.GetResourceName(),
            args.Options.Parent?.GetResourceName(),
            string.Join(",", NamesAsync(args.Options.DependsOn).GetAwaiter().GetResult()),
            args.Options.Provider?.GetResourceName(),
            args.Options.Protect,
            args.Options.Version));
        return null;
    };

    private static async Task<List<string>> NamesAsync(InputList<Resource> resources)
    {
        var names = new List<string>();
        await foreach (var resource in resources)
        {
            names.Add((await resource.ToOutput().ValueAsync()).GetResourceName());
        }

        return names;
    }
}
