namespace Infra.Planning.Model;

/// <summary>Type tokens that Pulumi's engine itself gives a meaning.</summary>
public static class WellKnownTypes
{
    public const string Stack = "pulumi:pulumi:Stack";

    /// <summary>Followed by the package: <c>pulumi:providers:aws</c>.</summary>
    public const string ProviderPrefix = "pulumi:providers:";
}
