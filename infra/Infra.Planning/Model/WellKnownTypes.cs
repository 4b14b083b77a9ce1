namespace Infra.Planning.Model;

/// <summary>Type tokens that Pulumi's engine itself gives a meaning.</summary>
public static class WellKnownTypes
{
    public const string Stack = "pulumi:pulumi:Stack";

    public const string StackReference = "pulumi:pulumi:StackReference";

    /// <summary>Resources that the engine itself provides, such as stack references.</summary>
    public const string BuiltInPrefix = "pulumi:pulumi:";

    /// <summary>Followed by the package: <c>pulumi:providers:aws</c>.</summary>
    public const string ProviderPrefix = "pulumi:providers:";
}
