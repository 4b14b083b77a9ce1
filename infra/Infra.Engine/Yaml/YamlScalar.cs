namespace Infra.Engine.Yaml;

/// <param name="Text">
/// A string's own text; for the other kinds the JSON notation, so that <c>0x10</c> is <c>16</c> and <c>True</c> is <c>true</c>.
/// </param>
internal sealed record YamlScalar(YamlMark Mark, ScalarKind Kind, string Text) : YamlNode(Mark);
