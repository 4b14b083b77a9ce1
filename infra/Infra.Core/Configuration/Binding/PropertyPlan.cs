using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

/// <summary>What the binder knows of one property of a record, found once by reflection.</summary>
internal sealed class PropertyPlan
{
    private readonly bool _hidesText;

    public PropertyPlan(PropertyInfo property)
    {
        Property = property;
        Key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        Binder = ValueBinders.For(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        Constraints = [.. property.GetCustomAttributes<ConstraintAttribute>()];
        _hidesText = property.IsDefined(typeof(SecretByMistakeAttribute));
        if (Constraints.FirstOrDefault(constraint => !Binder.Takes(constraint)) is { } misplaced)
        {
            throw new NotSupportedException($"{misplaced.GetType().Name} cannot limit {property.DeclaringType}.{property.Name}.");
        }
    }

    public PropertyInfo Property { get; }

    public string Key { get; }

    public bool IsRequired { get; }

    /// <summary>What belongs here, for the message that it is missing.</summary>
    public string Expected => Binder.Expected;

    public ValueBinder Binder { get; }

    public ImmutableArray<ConstraintAttribute> Constraints { get; }

    /// <summary>Reads the value into the record.</summary>
    /// <returns>False where a problem was added and the record has no value yet.</returns>
    public bool Bind(object record, JsonElement element, string path, ConfigProblems problems)
    {
        var isNull = element.ValueKind == JsonValueKind.Null && AllowsNull();
        var value = isNull ? null : _hidesText ? BindHidden(element, path, problems) : Binder.Bind(element, path, Constraints, problems);
        if (value is not null || isNull)
        {
            Property.SetValue(record, value);
            return true;
        }

        return false;
    }

    private object? BindHidden(JsonElement element, string path, ConfigProblems problems)
    {
        var own = new ConfigProblems();
        var value = Binder.Bind(element, path, Constraints, own);
        problems.AddAll(own.As(all => all.Select(problem => problem with { Found = HiddenText.In(problem.Found, element) })));
        return value;
    }

    /// <summary>Fills a property that was not read and has no default: a collection becomes empty, a required value a placeholder.</summary>
    public void Complete(object record)
    {
        if ((IsRequired || Binder.Entries is not null) && Binder.IsUnset(Property.GetValue(record)) && !IsNullableValue)
        {
            Property.SetValue(record, Binder.Placeholder);
        }
    }

    public bool AllowsNull() =>
        Property.PropertyType.IsValueType
            ? IsNullableValue
            : new NullabilityInfoContext().Create(Property).WriteState == NullabilityState.Nullable;

    private bool IsNullableValue => Nullable.GetUnderlyingType(Property.PropertyType) is not null;
}
