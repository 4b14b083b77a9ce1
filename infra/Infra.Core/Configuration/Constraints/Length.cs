using System.Collections;

namespace Infra.Core.Configuration;

/// <summary>What <see cref="NonEmptyAttribute"/> and <see cref="MaxLengthAttribute"/> count.</summary>
internal static class Length
{
    public static bool IsKnownFor(Type type) => type == typeof(string) || typeof(ICollection).IsAssignableFrom(type);

    public static string Unit(Type type) => type == typeof(string) ? "character" : "entry";

    public static string Units(Type type) => type == typeof(string) ? "characters" : "entries";

    public static int Of(object value) => value is string text ? text.Length : ((ICollection)value).Count;
}
