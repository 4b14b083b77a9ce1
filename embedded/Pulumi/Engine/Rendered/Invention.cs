using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi.Embedded;

/// <summary>
/// Fills what a provider would answer into what is known already, by the types of the outputs: text by its property's name,
/// numbers 1, flags false, lists with one element, maps empty. What a provider may leave out is left out, unless it is text
/// whose meaning is known (an ARN, an endpoint): that is what programs read.
/// </summary>
internal sealed class Invention(InventedIdentity owner, string id)
{
    // Types that contain themselves end at the second level.
    private readonly HashSet<Type> _open = [];

    /// <param name="known">What is known: a part of the value, or null.</param>
    public object? Of(OutputShape shape, object? known, string path) => known switch
    {
        null or UnknownValue => New(shape, path),
        SecretValue secret => new SecretValue(Of(shape, secret.Value, path)),
        ImmutableDictionary<string, object?> map => Completed(shape.Type, map, path),
        ImmutableArray<object?> list when ElementOf(shape.Type) is { } element =>
            list.Select((item, i) => Of(new OutputShape(shape.Name, element, MayBeMissing: false), item, $"{path}.{i}")).ToImmutableArray(),
        _ => known,
    };

    private ImmutableDictionary<string, object?> Completed(Type type, ImmutableDictionary<string, object?> known, string path)
    {
        var completed = known;
        foreach (var field in OutputShape.OfType(type))
        {
            if (Of(field, known.GetValueOrDefault(field.Name), Below(path, field.Name)) is { } value)
                completed = completed.SetItem(field.Name, value);
        }

        // Also maps without a type may hold unknowns.
        foreach (var (key, value) in known)
        {
            if (value is UnknownValue or SecretValue { Value: UnknownValue } && ReferenceEquals(completed[key], value))
                completed = completed.SetItem(key, Of(new OutputShape(key, typeof(string), MayBeMissing: false), value, Below(path, key)));
        }

        return completed;
    }

    private object? New(OutputShape shape, string path)
    {
        var type = shape.Type;
        if (type == typeof(string))
            return InventedText.OfKnownName(owner, path, id) ?? (shape.MayBeMissing ? null : InventedText.Name(owner, path));
        return shape.MayBeMissing ? null : New(type, path);
    }

    private object? New(Type type, string path)
    {
        if (type == typeof(bool))
            return false;
        if (type == typeof(int) || type == typeof(double))
            return 1.0;
        if (type.IsEnum)
            return 0.0;
        if (type == typeof(object) || type == typeof(System.Text.Json.JsonElement))
            return InventedText.OfKnownName(owner, path, id) ?? InventedText.Name(owner, path);
        if (type.GetCustomAttribute<EnumTypeAttribute>() is not null)
            return FirstValueOf(type);
        if (ElementOf(type) is { } element)
            return NewList(element, path);
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>))
            return ImmutableDictionary<string, object?>.Empty;
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>))
            return Of(new OutputShape("", type.GenericTypeArguments[0], MayBeMissing: false), null, path);
        return NewObject(type, path);
    }

    private ImmutableArray<object?> NewList(Type element, string path)
        => Of(new OutputShape("", element, MayBeMissing: false), null, $"{path}.0") is { } item ? [item] : [];

    /// <summary>Null for a type that is being made already, and for assets and resources.</summary>
    private ImmutableDictionary<string, object?>? NewObject(Type type, string path)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null || !_open.Add(type))
            return null;
        var made = Completed(type, ImmutableDictionary<string, object?>.Empty, path);
        _open.Remove(type);
        return made;
    }

    /// <summary>The values of such a type are its static properties.</summary>
    private static object? FirstValueOf(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == type)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => ValuePlan.For(type)?.ReadScalar?.Invoke(property.GetValue(null)!))
            .FirstOrDefault();

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static Type? ElementOf(Type type)
        => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GenericTypeArguments[0] : null;
}
