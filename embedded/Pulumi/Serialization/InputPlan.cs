using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How an args type is read, found out once per type.</summary>
internal sealed class InputPlan
{
    private const BindingFlags Instance = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance;
    private static readonly ConcurrentDictionary<Type, InputPlan> _plans = new();

    private InputPlan(Type type)
    {
        TypeName = type.FullName ?? type.Name;
        var fields = type.GetFields(Instance).Select(field => (Member: (MemberInfo)field, Read: (Func<object, object?>)field.GetValue));
        var properties = type.GetProperties(Instance).Select(property => (Member: (MemberInfo)property, Read: MemberAccess.Reader(property)));
        Members =
        [
            .. from member in fields.Concat(properties)
               let attribute = member.Member.GetCustomAttribute<InputAttribute>()
               where attribute is not null
               select new InputMember(attribute.Name, member.Member.Name, attribute.IsRequired, attribute.Json, member.Read),
        ];
    }

    public string TypeName { get; }

    public ImmutableArray<InputMember> Members { get; }

    public static InputPlan For(Type type) => _plans.GetOrAdd(type, static t => new InputPlan(t));

    /// <summary>The value of a member; refuses a required one that isn't set.</summary>
    public object? Read(InputMember member, InputArgs args)
    {
        var value = member.Read(args);
        return value is null && member.IsRequired
            ? throw new ArgumentNullException(member.MemberName, $"[Input] {TypeName}.{member.MemberName} is required but was not given a value")
            : value;
    }
}
