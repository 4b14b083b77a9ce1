using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

/// <summary>What the binder knows of one property of a record, found once by reflection.</summary>
internal sealed class PropertyPlan
{
    private readonly PropertyInfo _property;
    private readonly ImmutableArray<ConstraintAttribute> _constraints;

    public PropertyPlan(PropertyInfo property)
    {
        _property = property;
        Key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        Binder = ValueBinders.For(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        _constraints = [.. property.GetCustomAttributes<ConstraintAttribute>()];
        if (_constraints.FirstOrDefault(constraint => !Binder.Takes(constraint)) is { } misplaced)
        {
            throw new NotSupportedException($"{misplaced.GetType().Name} cannot limit {property.DeclaringType}.{property.Name}.");
        }
    }

    public string Key { get; }

    public bool IsRequired { get; }

    /// <summary>What belongs here, for the message that it is missing.</summary>
    public string Expected => Binder.Expected;

    private ValueBinder Binder { get; }

    /// <summary>Reads the value into the record.</summary>
    /// <returns>False where a problem was added and the record has no value yet.</returns>
    public bool Bind(object record, JsonElement element, string path, ConfigProblems problems)
    {
        var isNull = element.ValueKind == JsonValueKind.Null && AllowsNull();
        var value = isNull ? null : Binder.Bind(element, path, _constraints, problems);
        if (value is not null || isNull)
        {
            _property.SetValue(record, value);
            return true;
        }

        return false;
    }

    /// <summary>Fills a property that was not read and has no default: a collection becomes empty, a required value a placeholder.</summary>
    public void Complete(object record)
    {
        if ((IsRequired || Binder.Entries is not null) && Binder.IsUnset(_property.GetValue(record)) && !IsNullableValue)
        {
            _property.SetValue(record, Binder.Placeholder);
        }
    }

    private bool IsNullableValue => Nullable.GetUnderlyingType(_property.PropertyType) is not null;

    private bool AllowsNull() =>
        _property.PropertyType.IsValueType
            ? IsNullableValue
            : new NullabilityInfoContext().Create(_property).WriteState == NullabilityState.Nullable;
}
