namespace Infra.Engine.Yaml;

/// <summary>Where something stands in a file, counted from 1.</summary>
internal readonly record struct YamlMark(long Line, long Column)
{
    public override string ToString() => $"line {Line}, column {Column}";
}
