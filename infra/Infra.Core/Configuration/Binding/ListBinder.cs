using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class ListBinder<T>() : ValueBinder(typeof(ImmutableArray<T>))
{
    public override string Expected => "a list";

    public override object Placeholder => ImmutableArray<T>.Empty;

    public override ValueBinder Entries => ValueBinders.For(typeof(T));

    public override ConfigShape Shape => new ConfigShape.List(typeof(ImmutableArray<T>), Entries.Shape);

    public override bool IsUnset(object? value) => value is null or ImmutableArray<T> { IsDefault: true };

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return Unexpected(element, path, "write a list, even of one entry", problems);
        }

        var list = ImmutableArray.CreateBuilder<T>(element.GetArrayLength());
        foreach (var entry in element.EnumerateArray())
        {
            var value = Entries.Bind(entry, ConfigPath.Index(path, list.Count), ofEntries, problems);
            list.Add((T)(value ?? Entries.Placeholder));
        }

        return list.MoveToImmutable();
    }
}
