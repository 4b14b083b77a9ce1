using System.Reflection;

namespace Pulumi.Conformance.Tests;

/// <summary>Writes the declaration of a type as its list does.</summary>
internal sealed class HeaderDisplay(TypeDisplay types, MemberDisplay members)
{
    public string Header(Type type)
    {
        if (type.BaseType == typeof(MulticastDelegate))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {types.Show(invoke.ReturnParameter)} {DeclaredName(type)}({members.Parameters(invoke)})";
        }

        var bases = Bases(type).ToList();
        return Usage(type) + Kind(type) + DeclaredName(type) + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases));
    }

    public static string DeclaredName(Type type)
    {
        var name = type.Name.Split('`')[0] + (type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>" : "");
        return type.DeclaringType is { } outer ? $"{DeclaredName(outer)}.{name}" : name;
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum ",
        { IsValueType: true } => "struct ",
        { IsInterface: true } => "interface ",
        { IsAbstract: true, IsSealed: true } => "static class ",
        { IsAbstract: true } => "abstract class ",
        { IsSealed: true } => "sealed class ",
        _ => "class ",
    };

    private static string Usage(Type type) => type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage ? $"[Usage({usage.ValidOn})] " : "";

    private IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            yield break;
        }

        if (type.BaseType is { } baseType && baseType != typeof(object) && baseType != typeof(ValueType))
        {
            yield return types.Show(baseType);
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        foreach (var contract in type.GetInterfaces().Except(inherited).Where(contract => contract.IsVisible))
        {
            yield return types.Show(contract);
        }
    }
}
