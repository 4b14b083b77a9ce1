using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class EnumBinder : ValueBinder
{
    private readonly Type _type;
    private readonly (string Wire, object Value)[] _members;

    public EnumBinder(Type type)
        : base(type)
    {
        _type = type;
        _members = [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => field.MetadataToken).Select(Member)];
        Placeholder = _members[0].Value;
    }

    public override string Expected => "a string";

    public override object Placeholder { get; }

    public override ConfigShape Shape =>
        new ConfigShape.OneOf(_type, [.. _members.Select(member => new ConfigChoice(member.Wire, member.Value.ToString()!))]);

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        var allowed = Shown.List(_members.Select(member => member.Wire));
        if (element.ValueKind != JsonValueKind.String || !Found.TryText(element, out var text))
        {
            return Unfit(element, path, $"allowed: {allowed}", problems);
        }

        foreach (var (wire, value) in _members)
        {
            if (wire == text)
            {
                return value;
            }
        }

        problems.Add(path, $"{Shown.Quoted(text)} is not allowed; allowed: {allowed}");
        return null;
    }

    private static (string Wire, object Value) Member(FieldInfo field) => (WireNames.Of(field), field.GetValue(null)!);
}
