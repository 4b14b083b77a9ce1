namespace Pulumi;

/// <summary>What an output holds once it is there.</summary>
internal readonly struct OutputData<T>(T value, ResourceSet resources, bool isKnown, bool isSecret)
{
    public T Value { get; } = value;

    public ResourceSet Resources { get; } = resources;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;

    public OutputData<TOther> With<TOther>(TOther value) => new(value, Resources, IsKnown, IsSecret);

    /// <summary>This data after an <c>Apply</c> whose callback gave <paramref name="inner"/>.</summary>
    public OutputData<TInner> Then<TInner>(OutputData<TInner> inner)
        => new(inner.Value, Resources.Union(inner.Resources), IsKnown && inner.IsKnown, IsSecret || inner.IsSecret);
}
