namespace Infra.Core.Configuration;

/// <summary>A member of an enumeration in the configuration.</summary>
/// <param name="Written">The text in the file.</param>
/// <param name="Member">The name in C#.</param>
public sealed record ConfigChoice(string Written, string Member);
