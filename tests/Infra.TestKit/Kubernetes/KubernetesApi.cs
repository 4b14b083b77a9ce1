using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Kubernetes;

/// <summary>
/// Kubernetes' own types as the API list of the Pulumi package has them: which fields an object has at any depth, and of which
/// type. The list is made of Kubernetes' OpenAPI document.
/// </summary>
public sealed partial class KubernetesApi
{
    private const string Inputs = "Pulumi.Kubernetes.Types.Inputs.";
    private static readonly Lazy<KubernetesApi> _shared = new(Load);

    private readonly Dictionary<string, Dictionary<string, string>> _fields = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _types;
    private readonly Dictionary<string, string> _kinds;

    internal KubernetesApi(IEnumerable<string> list, string notes)
    {
        var renamed = RenamedProperty().Matches(notes).ToDictionary(match => match.Groups["property"].Value, match => match.Groups["wire"].Value, StringComparer.Ordinal);
        // The notes name a property by its class with the module in front, and several of one class by the property alone.
        renamed["ApiExtensions.V1.JSONSchemaPropsArgs.Schema"] = "$schema";
        _kinds = TokenRow().Matches(notes).ToDictionary(match => match.Groups["token"].Value, match => match.Groups["class"].Value, StringComparer.Ordinal);
        Read(list, renamed);
        _types = _fields.Keys.ToLookup(name => name[(name.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
    }

    /// <summary>What an API server with strict validation would refuse about an object of Kubernetes' own kinds; skips the test where the facts are absent.</summary>
    public static IReadOnlyList<string> Problems(JObject resource) => _shared.Value.ProblemsOf(resource);

    /// <summary>The same for a part of an object, such as the <c>Core.V1.Affinity</c> of a chart's values.</summary>
    public static IReadOnlyList<string> Problems(string type, JToken value, string path) => [.. _shared.Value.OfType(value, $"{type}Args", "", path)];

    internal IReadOnlyList<string> ProblemsOf(JObject resource)
    {
        var (apiVersion, kind) = ((string?)resource["apiVersion"] ?? "", (string?)resource["kind"] ?? "");
        var token = $"kubernetes:{(apiVersion.Contains('/') ? apiVersion : $"core/{apiVersion}")}:{kind}";
        return _kinds.TryGetValue(token, out var name)
            ? [.. OfType(resource, $"{name["Pulumi.Kubernetes.".Length..]}Args", "", kind)]
            : [$"{kind}: '{apiVersion}' has no such kind"];
    }

    private static KubernetesApi Load() => new(
        File.ReadLines(SharedFacts.Require("pulumi-api", "kubernetes.api.txt")),
        File.ReadAllText(SharedFacts.Require("pulumi-api", "kubernetes.notes.md")));

    private void Read(IEnumerable<string> list, Dictionary<string, string> renamed)
    {
        var (module, fields, type) = ("", new Dictionary<string, string>(), "");
        foreach (var line in list)
        {
            if (line.StartsWith("### namespace ", StringComparison.Ordinal))
            {
                module = line["### namespace ".Length..];
            }
            else if (ArgsClass().Match(line) is { Success: true } found && module.StartsWith(Inputs, StringComparison.Ordinal))
            {
                type = $"{module[Inputs.Length..]}.{found.Groups["name"].Value}";
                fields = _fields[type] = new(StringComparer.Ordinal);
            }
            else if (line.Length == 0 || char.IsLetter(line[0]))
            {
                fields = [];
            }
            else if (Property().Match(line) is { Success: true } property)
            {
                var name = property.Groups["name"].Value;
                fields[renamed.GetValueOrDefault($"{type}.{name}") ?? OnTheWire(name)] = property.Groups["type"].Value;
            }
        }
    }

    // Pulumi's provider sends what Kubernetes adds to OpenAPI with the dashes that no language has in names (provider.go, mapReplUnderscoreToDash).
    private static string OnTheWire(string name) => name.StartsWith("X_kubernetes_", StringComparison.Ordinal) ? name.ToLowerInvariant().Replace('_', '-') : char.ToLowerInvariant(name[0]) + name[1..];

    private IEnumerable<string> OfType(JToken value, string type, string module, string path)
    {
        var name = Find(type, module);
        if (value is not JObject map)
        {
            return [$"{path}: {JsonTypes.Of(value)} instead of object"];
        }

        var fields = _fields[name];
        var within = name[..name.LastIndexOf('.')];
        var missing = fields.Where(field => field.Value.StartsWith("Input<", StringComparison.Ordinal) && !field.Value.EndsWith('?') && !map.ContainsKey(field.Key));
        return map.Properties()
            .SelectMany(property => fields.TryGetValue(property.Name, out var of)
                ? OfInput(property.Value, of.TrimEnd('?'), within, $"{path}.{property.Name}")
                : [$"{path}.{property.Name}: unknown field"])
            .Concat(missing.Select(field => $"{path}.{field.Key}: required"));
    }

    private IEnumerable<string> OfInput(JToken value, string input, string module, string path)
    {
        var (kind, of) = Generic().Match(input) is { Success: true } match ? (match.Groups["kind"].Value, match.Groups["of"].Value) : (input, "");
        return (kind, value) switch
        {
            (_, { Type: JTokenType.Null }) => [$"{path}: null"],
            ("InputList" or "ImmutableArray", JArray list) => list.SelectMany((item, i) => OfInput(item, of, module, $"{path}[{i}]")),
            ("InputMap" or "ImmutableDictionary", JObject map) => map.Properties().SelectMany(entry => OfInput(entry.Value, of.Split(", ")[^1], module, $"{path}.{entry.Name}")),
            ("InputList" or "ImmutableArray", _) => [$"{path}: {JsonTypes.Of(value)} instead of array"],
            ("InputMap" or "ImmutableDictionary", _) => [$"{path}: {JsonTypes.Of(value)} instead of object"],
            ("Input", _) => OfInput(value, of, module, path),
            ("InputUnion" or "Union", _) => OfUnion(value, of, module, path),
            ("string", _) => Scalar(value, "string", path),
            ("int", _) => Scalar(value, "integer", path),
            ("bool", _) => Scalar(value, "boolean", path),
            ("double", _) => JsonTypes.Of(value) is "number" or "integer" ? [] : [$"{path}: {JsonTypes.Of(value)} instead of number"],
            ("object" or "JsonElement" or "InputJson", _) => [],
            _ => OfType(value, kind, module, path),
        };
    }

    private IEnumerable<string> OfUnion(JToken value, string of, string module, string path)
    {
        var comma = of.IndexOf(", ", StringComparison.Ordinal);
        var first = OfInput(value, of[..comma], module, path).ToList();
        var second = OfInput(value, of[(comma + 2)..], module, path).ToList();
        return first.Count == 0 || second.Count == 0 ? [] : [$"{path}: {JsonTypes.Of(value)} fits none of {of}"];
    }

    private static IEnumerable<string> Scalar(JToken value, string wanted, string path) =>
        JsonTypes.Of(value) == wanted ? [] : [$"{path}: {JsonTypes.Of(value)} instead of {wanted}"];

    /// <summary>The list has simple names: a type of the same module, else the only one of that name, else the core's.</summary>
    private string Find(string type, string module) =>
        _fields.ContainsKey(type) ? type
        : _fields.ContainsKey($"{module}.{type}") ? $"{module}.{type}"
        : _types[type].OrderByDescending(name => name.StartsWith("Core.", StringComparison.Ordinal)).FirstOrDefault()
            ?? throw new InvalidOperationException($"The API list has no type '{type}'.");

    [GeneratedRegex(@"`(?<property>[\w.]+)` = `(?<wire>[^`]+)`")]
    private static partial Regex RenamedProperty();

    [GeneratedRegex(@"^\| (?<class>Pulumi\.\S+) \| `(?<token>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TokenRow();

    [GeneratedRegex(@"^(?:sealed )?class (?<name>\w+Args) : ResourceArgs$")]
    private static partial Regex ArgsClass();

    [GeneratedRegex(@"^    (?<type>Input.+) (?<name>\w+) \{ get; set; \}$")]
    private static partial Regex Property();

    [GeneratedRegex("^(?<kind>[A-Za-z]+)<(?<of>.+)>$")]
    private static partial Regex Generic();
}
