using System.Collections.Immutable;
using System.Reflection;
using Infra.Core.Configuration.Binding;

namespace Infra.Core.Configuration;

/// <summary>A key of a configuration record.</summary>
public sealed class ConfigKey
{
    private readonly PropertyPlan _plan;

    internal ConfigKey(PropertyPlan plan) => _plan = plan;

    /// <summary>The key as written.</summary>
    public string Name => _plan.Key;

    /// <summary>The property of the record, for its documentation.</summary>
    public PropertyInfo Property => _plan.Property;

    /// <summary>True if the key must be written.</summary>
    public bool IsRequired => _plan.IsRequired;

    /// <summary>True if null may be written, which means that there is no value.</summary>
    public bool AllowsNull => _plan.AllowsNull();

    /// <summary>What may be written. Asked late, because a record may hold a list of itself.</summary>
    public ConfigShape Shape => _plan.Binder.Shape;

    /// <summary>Limits of the value; what doesn't apply to its type limits its entries.</summary>
    public ImmutableArray<ConstraintAttribute> Constraints => _plan.Constraints;

    /// <summary>What the record holds where the key isn't written; meaningless for a required key.</summary>
    public object? Default => Property.GetValue(Activator.CreateInstance(Property.DeclaringType!));
}
