namespace Infra.Engine.Yaml;

internal sealed record YamlProperty(YamlMark Mark, string Key, YamlNode Value);
