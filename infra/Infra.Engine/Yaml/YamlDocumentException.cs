namespace Infra.Engine.Yaml;

/// <summary>Nothing can be read beyond this place.</summary>
internal sealed class YamlDocumentException(YamlMark mark, string message) : Exception(message)
{
    public YamlMark Mark { get; } = mark;
}
