using System.Collections.Immutable;
using Infra.Core.Configuration.Binding;

namespace Infra.Core.Configuration;

/// <summary>What <see cref="ConfigBinder"/> accepts for a type, as data: the JSON Schema and the documentation are made of it.</summary>
public abstract record ConfigShape
{
    private ConfigShape(Type type) => Type = type;

    /// <summary>The type that the value is bound to; <see cref="ConstraintAttribute.AppliesTo"/> asks for it.</summary>
    public Type Type { get; }

    /// <summary>What the binder accepts for a type; throws where it binds no such type.</summary>
    /// <typeparam name="T">A type of the kinds that <see cref="ConfigBinder.Bind"/> lists.</typeparam>
    public static ConfigShape Of<T>() => ValueBinders.For(typeof(T)).Shape;

    /// <summary>Any string.</summary>
    public sealed record Text() : ConfigShape(typeof(string));

    /// <summary>True or false.</summary>
    public sealed record Flag() : ConfigShape(typeof(bool));

    /// <summary>A number without a fraction, of 32 bits.</summary>
    public sealed record WholeNumber() : ConfigShape(typeof(int));

    /// <summary>A finite number.</summary>
    public sealed record Number() : ConfigShape(typeof(double));

    /// <summary>One of several strings.</summary>
    /// <param name="Type">The enumeration.</param>
    /// <param name="Choices">What may be written, in the order of the enumeration.</param>
    public sealed record OneOf(Type Type, ImmutableArray<ConfigChoice> Choices) : ConfigShape(Type);

    /// <summary>A domain value: a string, or a number whose digits are one of its written forms.</summary>
    /// <param name="Type">The type of the value.</param>
    /// <param name="AllowedForm">What may be written, in words.</param>
    /// <param name="Pattern">A regular expression without anchors that every written form matches.</param>
    public sealed record Scalar(Type Type, string AllowedForm, string Pattern) : ConfigShape(Type);

    /// <summary>A list.</summary>
    /// <param name="Type">The type of the list.</param>
    /// <param name="Entries">What its entries are.</param>
    public sealed record List(Type Type, ConfigShape Entries) : ConfigShape(Type);

    /// <summary>An object with any keys.</summary>
    /// <param name="Type">The type of the map.</param>
    /// <param name="Entries">What its values are.</param>
    public sealed record Map(Type Type, ConfigShape Entries) : ConfigShape(Type);

    /// <summary>An object with these keys and no others.</summary>
    /// <param name="Type">The record.</param>
    /// <param name="Keys">Its keys in the order of the record.</param>
    public sealed record Record(Type Type, ImmutableArray<ConfigKey> Keys) : ConfigShape(Type);
}
