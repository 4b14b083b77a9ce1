namespace Pulumi.Embedded;

/// <summary>What Pulumi's engine refuses in a registration, in its words.</summary>
internal static class Refusals
{
    private const string ProviderPrefix = "pulumi:providers:";

    public static void Check(ResourceRequest request)
    {
        if (request.Resource is not CustomResource)
            return;
        if (request.Type.Count(':') < 2)
            throw new EngineException($"Type '{request.Type}' is not a valid type token (must have format '*:*:*')");
        if (request.Options is CustomResourceOptions { EnvVarMappingsOrNull.Count: > 0 } && !request.Type.StartsWith(ProviderPrefix, StringComparison.Ordinal))
            throw new EngineException("envVarMappings can only be used with provider resources");
    }
}
