namespace Infra.Engine.Yaml;

/// <summary>A node with aliases and merge keys resolved; an aliased node is one object in several places.</summary>
internal abstract record YamlNode(YamlMark Mark);
