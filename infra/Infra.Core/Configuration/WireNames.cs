using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

namespace Infra.Core.Configuration;

/// <summary>The texts that members of an enumeration have in configuration and component inputs.</summary>
public static class WireNames
{
    /// <summary>The text of a member.</summary>
    /// <param name="value">The member.</param>
    public static string Name<T>(T value)
        where T : struct, Enum => Cache<T>.Members.First(member => EqualityComparer<T>.Default.Equals(member.Value, value)).Wire;

    /// <summary>All texts, in the order of the enumeration.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Cache<T>.Members.Select(member => member.Wire);

    /// <summary>The member of a text.</summary>
    /// <param name="text">The text exactly as written.</param>
    /// <param name="value">The member, where the result is true.</param>
    public static bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value)
        where T : struct, Enum
    {
        foreach (var member in Cache<T>.Members.Where(member => member.Wire == text))
        {
            value = member.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The text of a field of an enumeration.</summary>
    internal static string Of(FieldInfo field) =>
        field.GetCustomAttribute<WireNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly (string Wire, T Value)[] Members =
        [
            .. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
                .OrderBy(field => field.MetadataToken)
                .Select(field => (Of(field), (T)field.GetValue(null)!)),
        ];
    }
}
