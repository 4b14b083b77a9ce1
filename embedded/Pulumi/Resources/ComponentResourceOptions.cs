namespace Pulumi;

public sealed class ComponentResourceOptions : ResourceOptions
{
    internal List<ProviderResource>? ProvidersOrNull { get; private set; }

    public List<ProviderResource> Providers
    {
        get => ProvidersOrNull ??= [];
        set => ProvidersOrNull = value;
    }

    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = CopyOf(options1);
        var other = CopyOf(options2);
        merged.MergeFrom(other);
        merged.Providers = MergeProviders(merged.Providers, other.Providers);
        return merged;
    }

    internal override ResourceOptions Clone() => CopyOf(this);

    /// <summary>One provider per package: the last one given wins, and the order stays.</summary>
    private static List<ProviderResource> MergeProviders(List<ProviderResource> first, List<ProviderResource> second)
    {
        var packages = new HashSet<string>();
        var merged = first.Concat(second).Reverse().Where(provider => packages.Add(provider.Package)).ToList();
        merged.Reverse();
        return merged;
    }

    private static ComponentResourceOptions CopyOf(ComponentResourceOptions? options)
    {
        var copy = new ComponentResourceOptions();
        if (options is null)
            return copy;
        copy.CopyFrom(options);
        copy.ProvidersOrNull = Copy(options.ProvidersOrNull);
        return copy;
    }
}
