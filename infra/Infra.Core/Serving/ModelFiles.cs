namespace Infra.Core.Serving;

/// <summary>The file by which a runtime knows that a model is there.</summary>
/// <param name="Pattern">Pattern of the shell, below the model's directory.</param>
/// <param name="Words">The same for people.</param>
public sealed record ModelFiles(string Pattern, string Words);
