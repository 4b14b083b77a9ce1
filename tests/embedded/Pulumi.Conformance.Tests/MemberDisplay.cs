using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Conformance.Tests;

/// <summary>Writes a member as its list does.</summary>
internal sealed class MemberDisplay(TypeDisplay types)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every declared member that another assembly can use.</summary>
    public IEnumerable<string> Members(Type type) => type.IsEnum
        ? [string.Join(", ", Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}"))]
        : Declarations(type).Select(declaration => declaration.Text);

    /// <summary>The same with what each of them declares; an enum's values are no members of their own.</summary>
    public IEnumerable<(MemberInfo Member, string Text)> Declarations(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        var constructors = type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && IsVisible(constructor)).Select(found => ((MemberInfo)found, Constructor(found)));
        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(found => ((MemberInfo)found, Field(found)));
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(found => ((MemberInfo)found, Property(found)));
        var methods = type.GetMethods(Declared).Where(method => IsVisible(method) && !IsAccessor(method)).Select(found => ((MemberInfo)found, Method(found)));
        return constructors.Concat(fields).Concat(properties).Concat(methods);
    }

    public string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return extension + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    private string Field(FieldInfo field)
    {
        var modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{(field.IsPublic ? "" : "protected ")}{modifiers}{types.Show(field)} {field.Name}";
    }

    private string Property(PropertyInfo property)
    {
        var main = property.GetAccessors(nonPublic: true).First(IsVisible);
        var indexes = property.GetIndexParameters();
        var name = indexes.Length == 0 ? property.Name : $"this[{string.Join(", ", indexes.Select(Parameter))}]";
        var getter = property.GetMethod is { } get && IsVisible(get) ? "get; " : "";
        var setter = property.SetMethod is { } set && IsVisible(set) ? (IsInit(set) ? "init; " : "set; ") : "";
        return $"{Access(main)}{Modifiers(main)}{types.Show(property)} {name} {{ {getter}{setter}}}";
    }

    private string Method(MethodInfo method)
    {
        if (method.Name is "op_Implicit" or "op_Explicit")
        {
            var kind = method.Name == "op_Implicit" ? "implicit" : "explicit";
            return $"static {kind} operator {types.Show(method.ReturnParameter)}({Parameters(method)})";
        }

        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{Access(method)}{Modifiers(method)}{types.Show(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)})";
    }

    private string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : "";
        var suffix = parameter.HasDefaultValue ? " = " + Default(parameter) : "";
        return $"{prefix}{types.Show(parameter)} {parameter.Name}{suffix}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        var value => value.ToString()!,
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic)
        {
            return "static ";
        }

        if (method.DeclaringType!.IsInterface || !method.IsVirtual)
        {
            return "";
        }

        var isOverride = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        return method.IsAbstract ? "abstract " : isOverride ? "override " : method.IsFinal ? "" : "virtual ";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal));

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
