namespace Pulumi.Embedded;

/// <summary>The engine refuses something; the message is the user's.</summary>
internal sealed class EngineException(string message) : Exception(message);
