namespace Infra.Automation.Promotion;

/// <summary>An environment file.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Text">What stands in it.</param>
public sealed record EnvironmentText(string Name, string Text);
