namespace Infra.Engine.Yaml;

internal sealed record YamlSequence(YamlMark Mark, IReadOnlyList<YamlNode> Items) : YamlNode(Mark);
