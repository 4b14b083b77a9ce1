using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Infra.Core.Configuration.Binding;

/// <summary>One binder per type, made when the type is first met.</summary>
internal static class ValueBinders
{
    private static readonly ConcurrentDictionary<Type, ValueBinder> Binders = new();

    public static ValueBinder For(Type type) => Binders.GetOrAdd(type, Create);

    private static ValueBinder Create(Type type)
    {
        if (type == typeof(string))
        {
            return new StringBinder();
        }

        if (type == typeof(bool))
        {
            return new BooleanBinder();
        }

        if (type == typeof(int))
        {
            return new IntegerBinder();
        }

        if (type == typeof(double))
        {
            return new NumberBinder();
        }

        if (type.IsEnum)
        {
            return new EnumBinder(type);
        }

        if (Generic(type, typeof(ImmutableArray<>)) is [var entry])
        {
            return Make(typeof(ListBinder<>), entry);
        }

        if (Generic(type, typeof(ImmutableSortedDictionary<,>)) is [var key, var value] && key == typeof(string))
        {
            return Make(typeof(MapBinder<>), value);
        }

        if (type.IsValueType && type.GetInterfaces().Any(i => Generic(i, typeof(IConfigScalar<>)) is [var self] && self == type))
        {
            return Make(typeof(ScalarBinder<>), type);
        }

        if (type is { IsClass: true, IsAbstract: false, IsGenericType: false } && type.GetConstructor(Type.EmptyTypes) is not null)
        {
            return new RecordBinder(type);
        }

        throw new NotSupportedException($"{type} is no type of a configuration value; ConfigBinder.Bind lists those that are.");
    }

    private static Type[] Generic(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments() : [];

    private static ValueBinder Make(Type definition, Type argument) =>
        (ValueBinder)Activator.CreateInstance(definition.MakeGenericType(argument))!;
}
