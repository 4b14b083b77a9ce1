using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>
/// What Pulumi's analyzer says of a component when it makes the schema of a package from it (github.com/pulumi/pulumi-dotnet, sdk/Pulumi/Provider/ComponentAnalyzer.cs at 1082ffaa): it
/// throws at the first of these, and then the package has no schema at all. The embedded SDK has no such analyzer.
/// </summary>
internal static class SchemaProblems
{
    private static readonly Type[] _plain = [typeof(string), typeof(int), typeof(long), typeof(double), typeof(float), typeof(bool), typeof(object)];
    private static readonly Type[] _inputs = [typeof(Input<>), typeof(InputMap<>), typeof(InputList<>)];
    private static readonly Type[] _collections = [typeof(List<>), typeof(IList<>), typeof(Nullable<>)];
    private static readonly Type[] _maps = [typeof(Dictionary<,>), typeof(IDictionary<,>)];

    public static ImmutableArray<string> Of(Type component)
    {
        var arguments = component.GetConstructors().Select(one => one.GetParameters())
            .Where(parameters => parameters.Length == 3 && typeof(ResourceArgs).IsAssignableFrom(parameters[1].ParameterType) && typeof(ComponentResourceOptions).IsAssignableFrom(parameters[2].ParameterType))
            .Select(parameters => parameters[1].ParameterType)
            .FirstOrDefault();
        return arguments is null ? ["has no constructor of a name, arguments and options"] : [.. OfMembers(component, []).Concat(OfMembers(arguments, [])).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Every class that becomes a type of the schema, for a component that has no problem.</summary>
    public static IEnumerable<Type> TypesOf(Type component)
    {
        var met = new HashSet<Type>();
        _ = OfMembers(component.GetConstructors().Select(one => one.GetParameters()).First(parameters => parameters.Length == 3)[1].ParameterType, met).ToList();
        return met.Where(type => !typeof(ResourceArgs).IsAssignableFrom(type) || type.DeclaringType is not null || typeof(InputArgs).IsAssignableFrom(type));
    }

    private static IEnumerable<string> OfMembers(Type type, HashSet<Type> met)
    {
        if (!met.Add(type))
        {
            yield break;
        }

        foreach (var member in type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance).Where(member => member is FieldInfo or PropertyInfo))
        {
            var isOutput = member.GetCustomAttribute<OutputAttribute>() is not null;
            var (where, valueType) = ($"{type.Name}.{member.Name}", (member as PropertyInfo)?.PropertyType ?? ((FieldInfo)member).FieldType);
            if (!isOutput && member.GetCustomAttribute<InputAttribute>() is null)
            {
                yield return $"{where} is neither input nor output";
                continue;
            }

            foreach (var problem in OfValue(valueType, where, isOutput, met))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> OfValue(Type type, string where, bool isOutput, HashSet<Type> met)
    {
        if (_plain.Contains(type) || typeof(AssetOrArchive).IsAssignableFrom(type))
        {
            return [];
        }

        if (type.IsArray)
        {
            return OfValue(type.GetElementType()!, where, isOutput, met);
        }

        if (type.IsGenericType)
        {
            var (definition, parameters) = (type.GetGenericTypeDefinition(), type.GetGenericArguments());
            if ((definition == typeof(Output<>) && isOutput) || (_inputs.Contains(definition) && !isOutput) || _collections.Contains(definition))
            {
                return OfValue(parameters[0], where, isOutput, met);
            }

            if (_maps.Contains(definition) && parameters[0] == typeof(string))
            {
                return OfValue(parameters[1], where, isOutput, met);
            }
        }

        return type.IsInterface || type.IsPrimitive || type.IsEnum || typeof(CustomResource).IsAssignableFrom(type) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            ? [$"{where} is a {type.Name}"]
            : OfMembers(type, met);
    }
}
