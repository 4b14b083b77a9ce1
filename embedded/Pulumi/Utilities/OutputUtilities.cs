using System.Collections.Immutable;

namespace Pulumi.Utilities;

public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => new(value, isKnown: false);

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
        => new Output<T>(default!, isKnown: false).Apply<T>(_ => valueFactory());

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.Map(data => new OutputData<T>(
            data.Value, data.Resources.Union(new ResourceSet(resource)), data.IsKnown, data.IsSecret));
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
        => (await output.GetDataAsync().ConfigureAwait(false)).IsKnown;

    /// <summary>The value, or the type's default when it is unknown.</summary>
    public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!).AsTask();

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.GetDataAsync().ConfigureAwait(false)).Resources.ToImmutable();
}
