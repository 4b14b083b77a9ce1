using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The values of args or outputs as trees, and what each property depends on.</summary>
internal sealed record SerializedProperties(
    ImmutableDictionary<string, object?> Values,
    IReadOnlyDictionary<string, HashSet<Resource>> Dependencies)
{
    public static ValueTask<SerializedProperties> FromAsync(string label, InputArgs args, bool skipIdAndUrn = false)
        => FromAsync(label, Read(args), skipIdAndUrn);

    public static async ValueTask<SerializedProperties> FromAsync(string label, IEnumerable<KeyValuePair<string, object?>> properties, bool skipIdAndUrn = false)
    {
        var serializer = new Serializer(label);
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        Dictionary<string, HashSet<Resource>>? dependencies = null;
        var ordered = properties is ImmutableDictionary<string, object?> map ? map.OrderBy(pair => pair.Key, StringComparer.Ordinal) : properties;
        foreach (var (name, value) in ordered)
        {
            if (value is null || (skipIdAndUrn && name is "id" or "urn"))
                continue;
            if (await SerializeAsync(serializer, name, value).ConfigureAwait(false) is not { } tree)
                continue;
            values[name] = tree;
            if (serializer.TakeDependencies() is { Count: > 0 } resources)
                (dependencies ??= new(StringComparer.Ordinal)).Add(name, resources);
        }

        return new SerializedProperties(values.ToImmutable(), dependencies ?? (IReadOnlyDictionary<string, HashSet<Resource>>)ImmutableDictionary<string, HashSet<Resource>>.Empty);
    }

    private static async ValueTask<object?> SerializeAsync(Serializer serializer, string name, object value)
    {
        while (true)
        {
            try
            {
                if (serializer.TrySerialize(name, value, out var tree))
                    return tree;
                foreach (var output in serializer.Pending)
                    await output.GetObjectAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }
        }
    }

    /// <summary>All members are read before any is serialized: a required one that is missing is reported as itself.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        if (args.Dictionary is { } dictionary)
            return dictionary;
        var plan = InputPlan.For(args.GetType());
        var values = new List<KeyValuePair<string, object?>>(plan.Members.Length);
        foreach (var member in plan.Members)
        {
            var value = plan.Read(member, args);
            values.Add(new(member.Name, value is not null && member.Json ? new JsonInput(value) : value));
        }

        return values;
    }
}
