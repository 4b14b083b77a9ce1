using System.Reflection;

namespace Pulumi.Conformance.Tests;

/// <summary>Finds how the members of a type appear outside of C#.</summary>
internal static class WireDisplay
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static string? Token(Type type)
    {
        var attribute = type.GetCustomAttributesData().FirstOrDefault(data => IsOrDerives(data.AttributeType, "Pulumi.ResourceTypeAttribute"));
        return attribute?.ConstructorArguments[0].Value as string;
    }

    public static string? Version(Type type) => type.GetCustomAttributes().OfType<ResourceTypeAttribute>().FirstOrDefault()?.Version;

    public static Dictionary<string, WireFact> Facts(Type type)
    {
        if (type.IsDefined(typeof(EnumTypeAttribute)))
        {
            return type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .ToDictionary(property => property.Name, property => new WireFact(property.GetValue(null)!.ToString()!), StringComparer.Ordinal);
        }

        return type.IsDefined(typeof(OutputTypeAttribute)) ? OutputType(type) : Properties(type);
    }

    /// <summary>Values are matched to the parameters of the marked constructor, in the order of the fields.</summary>
    private static Dictionary<string, WireFact> OutputType(Type type)
    {
        var constructor = type.GetConstructors(Declared).Single(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)));
        return type.GetFields(Declared).Zip(constructor.GetParameters())
            .ToDictionary(pair => pair.First.Name, pair => new WireFact(pair.Second.Name!), StringComparer.Ordinal);
    }

    private static Dictionary<string, WireFact> Properties(Type type)
    {
        var facts = new Dictionary<string, WireFact>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties(Declared).Where(property => property.GetMethod?.IsPublic ?? false))
        {
            var field = type.GetField($"_{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}", Declared) ?? type.GetField("_" + property.Name, Declared);
            if (Fact(property) is { } onProperty)
            {
                facts.Add(property.Name, onProperty);
            }
            else if (field is not null && Fact(field) is { } onField)
            {
                facts.Add(property.Name, onField);
            }
        }

        return facts;
    }

    private static WireFact? Fact(MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            var arguments = attribute.ConstructorArguments;
            switch (attribute.AttributeType.FullName)
            {
                case "Pulumi.InputAttribute":
                    return new WireFact((string)arguments[0].Value!, (bool)arguments[1].Value!, (bool)arguments[2].Value!);
                case "Pulumi.OutputAttribute":
                    return new WireFact((string)arguments[0].Value!);
            }
        }

        return null;
    }

    private static bool IsOrDerives(Type? type, string name) => type is not null && (type.FullName == name || IsOrDerives(type.BaseType, name));
}
