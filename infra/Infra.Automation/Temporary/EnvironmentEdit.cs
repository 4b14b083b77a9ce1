namespace Infra.Automation.Temporary;

/// <summary>What comes of editing an environment's file.</summary>
/// <param name="Text">The text that the file should have; null where something is in the way.</param>
/// <param name="Problem">What is in the way, and what to do; null where nothing is.</param>
public sealed record EnvironmentEdit(string? Text, string? Problem)
{
    internal static EnvironmentEdit Failed(string problem) => new(null, problem);
}
