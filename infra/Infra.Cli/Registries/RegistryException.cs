namespace Infra.Cli.Registries;

/// <summary>A registry gave no digest; the message says why and follows the name of the image.</summary>
internal sealed class RegistryException(string message) : Exception(message);
