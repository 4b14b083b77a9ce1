using YamlDotNet.RepresentationModel;

namespace Infra.Architecture.Tests.Workflows;

/// <summary>A GitHub workflow, as far as rules about it ask.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    private Workflow(string name, YamlMappingNode root) => (Name, _root) = (name, root);

    /// <summary>All of it.</summary>
    public YamlMappingNode Root => _root;

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The name by which GitHub and other workflows know it.</summary>
    public string? Title => Text(_root, "name");

    public IEnumerable<string> Triggers => Child(_root, "on") switch
    {
        YamlMappingNode events => Keys(events),
        YamlSequenceNode events => events.Children.Select(one => $"{one}"),
        { } one => [$"{one}"],
        null => [],
    };

    /// <summary>What its token may; null where nobody says, which is whatever the repository's settings say.</summary>
    public IReadOnlyDictionary<string, string>? Permissions => PermissionsOf(_root);

    public IEnumerable<(string Name, YamlMappingNode Node)> Jobs => (Child(_root, "jobs") as YamlMappingNode ?? []).Children.Select(job => ($"{job.Key}", (YamlMappingNode)job.Value));

    public static Workflow Parse(string name, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new Workflow(name, (YamlMappingNode)stream.Documents.Single().RootNode);
    }

    public static IReadOnlyDictionary<string, string>? PermissionsOf(YamlMappingNode node) => Child(node, "permissions") switch
    {
        YamlMappingNode permissions => permissions.Children.ToDictionary(one => $"{one.Key}", one => $"{one.Value}"),
        { } all => new Dictionary<string, string> { ["all"] = $"{all}" },
        null => null,
    };

    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) => (Child(job, "steps") as YamlSequenceNode)?.Children.Cast<YamlMappingNode>() ?? [];

    /// <summary>What a step's shell or script runs, wherever it stands.</summary>
    public static string? Code(YamlMappingNode step) => Text(step, "run") ?? (Child(step, "with") is YamlMappingNode inputs ? Text(inputs, "script") : null);

    public static string? Text(YamlMappingNode node, string key) => Child(node, key) is YamlScalarNode scalar ? scalar.Value : null;

    public static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static IEnumerable<string> Keys(YamlMappingNode node) => node.Children.Keys.Select(key => $"{key}");
}
