using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Engine.Configuration;

/// <summary>Sets values on top of a file's, as <c>pulumi preview --config</c> does: text is text, also where it holds JSON.</summary>
internal sealed class ConfigSetter(
    string projectName,
    IDictionary<string, string> config,
    ICollection<string> encrypted,
    HashSet<string> structured,
    ConfigProblems problems)
{
    private static readonly char[] _startOfPath = ['.', '['];

    /// <returns>The paths that were set.</returns>
    public ImmutableArray<string> Set(ConfigOverrides overrides) =>
        [.. overrides.All.Select(one => Set(one, overrides.KeysArePaths)).OfType<string>()];

    private string? Set(ConfigOverride one, bool isPath)
    {
        var start = isPath ? one.Key.IndexOfAny(_startOfPath) : -1;
        var written = start < 0 ? one.Key : one.Key[..start];
        var key = ConfigKeyName.Full(written, projectName);
        if (ConfigKeyName.Problem(written, key, projectName) is { } problem)
        {
            return Refuse(one, problem);
        }

        if (start < 0)
        {
            encrypted.Remove(key!);
            structured.Remove(key!);
            config[key!] = one.Value;
            return key;
        }

        var path = ConfigPath.Parse(one.Key[start..]);
        return path.IsDefault
            ? Refuse(one, $"{Shown.Quoted(one.Key[start..])} is no path; write .name, [\"any name\"] or [0] for each step")
            : SetInside(one, key!, path);
    }

    private string? SetInside(ConfigOverride one, string key, ImmutableArray<ConfigPathSegment> path)
    {
        // Pulumi writes a new structure over a value that is none.
        var root = structured.Contains(key) ? JsonPath.Parse(config[key]) : null;
        if (JsonPath.Set(ref root, key, path, one.Value, out var firstSet) is { } problem)
        {
            return Refuse(one, problem);
        }

        encrypted.Remove(key);
        structured.Add(key);
        config[key] = JsonPath.Write(root!);
        return firstSet;
    }

    private string? Refuse(ConfigOverride one, string problem)
    {
        problems.Add($"{ConfigOverrides.Option} {Shown.Line(one.Key)}", problem);
        return null;
    }
}
