using System.Collections.Immutable;

namespace Infra.Core.Configuration;

/// <summary>What an environment's file is called: <c>Pulumi.dev.yaml</c> for <c>dev</c>.</summary>
public static class EnvironmentFileName
{
    private const string Prefix = "Pulumi.";
    private const string Extension = ".yaml";

    public static string Of(string environment) => $"{Prefix}{environment}{Extension}";

    /// <summary>The environment that a file, named without its folder, belongs to; null if it is no environment's.</summary>
    public static string? EnvironmentOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var isOne = fileName.Length > Prefix.Length + Extension.Length
            && fileName.StartsWith(Prefix, StringComparison.Ordinal)
            && fileName.EndsWith(Extension, StringComparison.Ordinal);
        return isOne ? fileName[Prefix.Length..^Extension.Length] : null;
    }

    /// <summary>The environments that have a file among these, in ordinal order.</summary>
    public static ImmutableArray<string> EnvironmentsAmong(IEnumerable<string> fileNames) =>
        [.. fileNames.Select(EnvironmentOf).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>That an environment doesn't exist, and which do.</summary>
    public static string Missing(string environment, IReadOnlyCollection<string> existing)
    {
        ArgumentNullException.ThrowIfNull(existing);
        if (existing.Count == 0)
        {
            return $"there is no environment {Shown.Quoted(environment)}, and no other {Of("<environment>")} either";
        }
        var nearest = Suggestion.Nearest(environment, existing);
        return $"there is no environment {Shown.Quoted(environment)}; {(nearest is null ? "" : $"did you mean '{nearest}'? ")}there are: {Shown.List(existing)}";
    }
}
