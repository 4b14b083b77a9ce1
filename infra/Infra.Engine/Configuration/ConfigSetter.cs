using System.Collections.Immutable;
using System.Text.Json.Nodes;
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

    public ImmutableArray<OverriddenPath> Set(ConfigOverrides overrides) =>
        [.. overrides.All.Select(one => Set(one, overrides.KeysArePaths)).OfType<OverriddenPath>()];

    private OverriddenPath? Set(ConfigOverride one, bool isPath)
    {
        var start = isPath ? one.Key.IndexOfAny(_startOfPath) : -1;
        var written = start < 0 ? one.Key : one.Key[..start];
        var key = ConfigKeyName.Full(written, projectName);
        if (ConfigKeyName.Problem(written, key, projectName) is { } problem)
        {
            return Refuse(one, problem);
        }

        var name = key![(key!.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var isOwn = key.Length - name.Length - 1 == projectName.Length && key.StartsWith(projectName, StringComparison.Ordinal);
        if (!isPath && isOwn && name.IndexOfAny(_startOfPath) >= 0)
        {
            return Refuse(one, "this key leads into a structured value; add --config-path, or set the whole value as JSON");
        }

        if (start < 0)
        {
            encrypted.Remove(key);
            structured.Remove(key);
            config[key] = one.Value;
            var place = isOwn ? ConfigPath.TopLevel(projectName, name) : key;
            return new OverriddenPath(place, place, JsonPath.TryParse(one.Value) ? null : $"write JSON: {Example(name, "…")}");
        }

        var path = ConfigPath.Parse(one.Key[start..]);
        return path.IsDefault
            ? Refuse(one, $"{Shown.Quoted(one.Key[start..])} is no path; write .name, [\"any name\"] or [0] for each step")
            : SetInside(one, key, name, path);
    }

    private OverriddenPath? SetInside(ConfigOverride one, string key, string name, ImmutableArray<ConfigPathSegment> path)
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
        var whole = Example(name, root is JsonArray ? "[…]" : "{…}");
        return new OverriddenPath(
            firstSet,
            path.Aggregate(key, ConfigPath.Below),
            $"a path sets true, false, whole numbers without a leading zero, and text; for anything else set the whole value as JSON: {whole}");
    }

    private static string Example(string name, string value) => $"{ConfigOverrides.Option} '{Shown.Line(name)}={value}'";

    private OverriddenPath? Refuse(ConfigOverride one, string problem)
    {
        problems.Add($"{ConfigOverrides.Option} {Shown.Line(one.Key)}", problem);
        return null;
    }
}
