namespace Infra.Core.Configuration;

/// <summary>
/// A limit on a configuration value. It is data on the property, read by the binder, the JSON Schema and the documentation.
/// On a list or map it limits the whole if it can, and each entry otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ConstraintAttribute : Attribute
{
    /// <summary>What is allowed, to follow "allowed: " in a message, for example <c>1 to 100</c>.</summary>
    /// <param name="type">A type to which the limit applies.</param>
    public abstract string Allowed(Type type);

    /// <summary>True if values of this type can be limited so.</summary>
    /// <param name="type">The type of the property, or of the entries of its list or map.</param>
    public abstract bool AppliesTo(Type type);

    /// <summary>True if the value keeps the limit.</summary>
    /// <param name="value">A value of a type to which the limit applies.</param>
    public abstract bool IsMetBy(object value);
}
