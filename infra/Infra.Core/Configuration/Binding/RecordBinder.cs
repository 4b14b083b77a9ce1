using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

internal sealed class RecordBinder(Type type) : ValueBinder(type)
{
    private readonly Type _type = type;

    // Late, so that a record may hold a list of itself.
    private readonly Lazy<PropertyPlan[]> _properties = new(() => [.. Properties(type)]);

    public override string Expected => "an object";

    public override object Placeholder => Complete(Create(), []);

    public override ConfigShape Shape => new ConfigShape.Record(_type, [.. _properties.Value.Select(property => new ConfigKey(property))]);

    protected override object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Unexpected(element, path, $"keys: {Shown.List(Keys(_properties.Value))}", problems);
        }

        var problemsBefore = problems.Count;
        var record = Create();
        var bound = new HashSet<PropertyPlan>();
        var present = Member.Keys(element);
        var absent = _properties.Value.Where(property => !present.Contains(property.Key)).ToList();
        foreach (var (key, keyPath, value) in Member.Of(element, path, problems))
        {
            if (Array.Find(_properties.Value, property => property.Key == key) is not { } property)
            {
                problems.Add(keyPath, UnknownKey(key, absent));
            }
            else if (property.Bind(record, value, keyPath, problems))
            {
                bound.Add(property);
            }
        }

        foreach (var missing in absent.Where(property => property.IsRequired))
        {
            problems.Add(ConfigPath.Key(path, missing.Key), $"missing; {missing.Expected} is required");
        }

        Complete(record, bound);
        if (record is IConfigRules rules && problems.Count == problemsBefore)
        {
            rules.Check(path, problems);
        }

        return record;
    }

    // A misspelt key counts as the one that was meant: "missing" beside "did you mean" would be the same mistake twice.
    private string UnknownKey(string key, List<PropertyPlan> absent)
    {
        if (Suggestion.Nearest(key, Keys(absent)) is not { } near)
        {
            return $"unknown key; allowed: {Shown.List(Keys(_properties.Value))}";
        }

        absent.RemoveAll(property => property.Key == near);
        return $"unknown key; did you mean '{near}'?";
    }

    private object Create() => Activator.CreateInstance(_type)!;

    private object Complete(object record, HashSet<PropertyPlan> bound)
    {
        foreach (var property in _properties.Value.Where(property => !bound.Contains(property)))
        {
            property.Complete(record);
        }

        return record;
    }

    private static IEnumerable<string> Keys(IEnumerable<PropertyPlan> properties) => properties.Select(property => property.Key);

    private static IEnumerable<PropertyPlan> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .OrderBy(property => property.MetadataToken)
            .Select(property => new PropertyPlan(property));
}
