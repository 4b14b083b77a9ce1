using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class MapBinder<T>() : ValueBinder(typeof(ImmutableSortedDictionary<string, T>))
{
    // Ordinal, so that what is made of the map has the same order on every machine.
    private static readonly ImmutableSortedDictionary<string, T> Empty = ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    public override string Expected => "an object";

    public override object Placeholder => Empty;

    public override ValueBinder Entries => ValueBinders.For(typeof(T));

    public override ConfigShape Shape => new ConfigShape.Map(typeof(ImmutableSortedDictionary<string, T>), Entries.Shape);

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Unexpected(element, path, "write keys and values", problems);
        }

        var map = Empty.ToBuilder();
        foreach (var (key, keyPath, value) in Member.Of(element, path, problems))
        {
            map[key] = (T)(Entries.Bind(value, keyPath, ofEntries, problems) ?? Entries.Placeholder);
        }

        return map.ToImmutable();
    }
}
