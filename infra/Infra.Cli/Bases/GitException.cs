namespace Infra.Cli.Bases;

/// <summary>Git couldn't do what it was asked for; the message is its own.</summary>
internal sealed class GitException(string message) : Exception(message);
