using System.Collections.Immutable;

namespace Infra.Planning.Policies;

/// <summary>Severities as people and documents name them.</summary>
public static class PolicySeverities
{
    /// <summary>All names, least first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<PolicySeverity>().Select(severity => severity.Name())];

    /// <summary>The name, e.g. <c>warning</c>.</summary>
    public static string Name(this PolicySeverity severity) => severity switch
    {
        PolicySeverity.Error => "error",
        PolicySeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The severity of a name; null if there is none.</summary>
    public static PolicySeverity? Parse(string name) => Enum.GetValues<PolicySeverity>().Where(severity => severity.Name() == name).Select(severity => (PolicySeverity?)severity).FirstOrDefault();
}
