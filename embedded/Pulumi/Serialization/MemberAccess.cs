using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Delegates for properties: much cheaper per call than reflection, and without compiling expressions at startup.</summary>
internal static class MemberAccess
{
    public static Func<object, object?> Reader(PropertyInfo property)
    {
        // A getter of a reference type is a Func<TOwner, object> as it is; other ones are rare and boxed by reflection.
        if (property.PropertyType.IsValueType || property.DeclaringType!.IsValueType || property.GetMethod is not { } getter)
            return property.GetValue;
        return ((IAccess)Activator.CreateInstance(typeof(Access<,>).MakeGenericType(property.DeclaringType, property.PropertyType))!).Reader(getter);
    }

    public static Action<object, object?> Writer(PropertyInfo property)
    {
        // Asking the declaring type: a private setter isn't visible from a subclass.
        var setter = property.DeclaringType!.GetProperty(property.Name, property.PropertyType)!.SetMethod
            ?? throw new InvalidOperationException($"[Output] {property.ReflectedType?.FullName}.{property.Name} did not have a 'set' method");
        return ((IAccess)Activator.CreateInstance(typeof(Access<,>).MakeGenericType(property.DeclaringType!, property.PropertyType))!).Writer(setter);
    }

    private interface IAccess
    {
        Func<object, object?> Reader(MethodInfo getter);

        Action<object, object?> Writer(MethodInfo setter);
    }

    private sealed class Access<TOwner, TValue> : IAccess
    {
        public Func<object, object?> Reader(MethodInfo getter)
        {
            var read = getter.CreateDelegate<Func<TOwner, TValue>>();
            return owner => read((TOwner)owner);
        }

        public Action<object, object?> Writer(MethodInfo setter)
        {
            var write = setter.CreateDelegate<Action<TOwner, TValue>>();
            return (owner, value) => write((TOwner)owner, (TValue)value!);
        }
    }
}
