using System.Text.RegularExpressions;
using Infra.TestKit;
using YamlDotNet.RepresentationModel;

namespace Infra.Browser.Tests;

/// <summary>The function of <c>comment.yml</c> that a pull request's text goes through, as the workflow has it.</summary>
internal static partial class CommentScript
{
    public static string Harmless { get; } = Function().Match(Script()).Value;

    private static string Script()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(RepositoryRoot.Combine(".github", "workflows", "comment.yml"));
        yaml.Load(reader);
        var job = (YamlMappingNode)yaml.Documents[0].RootNode["jobs"]["comment"];
        return ((YamlSequenceNode)job["steps"]).OfType<YamlMappingNode>()
            .Where(static step => step.Children.TryGetValue("with", out var with) && with is YamlMappingNode { Children: var inputs } && inputs.ContainsKey("script"))
            .Select(static step => ((YamlScalarNode)step["with"]["script"]).Value!)
            .Single();
    }

    [GeneratedRegex(@"^function harmless\(text\) \{\n.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Function();
}
