namespace Pulumi.Conformance.Tests;

/// <summary>What reflection finds, in the form of the lists.</summary>
internal static class ReflectedAssembly
{
    /// <summary>The engine's own namespace is the one place for what the packages lack.</summary>
    private const string EngineNamespace = "Pulumi.Embedded";

    public static IEnumerable<Type> PublicTypes(System.Reflection.Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => type.Namespace != EngineNamespace).OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static ApiType Read(Type type, bool qualified)
    {
        var types = new TypeDisplay(candidate => qualified && (candidate.Namespace?.StartsWith("Pulumi.Aws", StringComparison.Ordinal) ?? false));
        var members = new MemberDisplay(types);
        return new ApiType(
            $"{type.Namespace}.{HeaderDisplay.DeclaredName(type)}",
            new HeaderDisplay(types, members).Header(type),
            members.Members(type).ToHashSet(StringComparer.Ordinal),
            WireDisplay.Token(type),
            WireDisplay.Facts(type));
    }
}
