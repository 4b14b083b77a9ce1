namespace Infra.Engine.Configuration;

/// <summary>What was set on top of a file.</summary>
/// <param name="Outermost">The path of the outermost value that wasn't in the file before, or of the value itself.</param>
/// <param name="Value">The path of the value.</param>
/// <param name="Notation">How to write what can't be written like this; null where a file's notation is right.</param>
public sealed record OverriddenPath(string Outermost, string Value, string? Notation);
