namespace Infra.Capture;

/// <summary>
/// What Pulumi writes in the place of values that JSON has no notation for. Source: pulumi/pulumi, sdk/go/common/resource/sig/sig.go
/// and pkg/resource/stack/deployment.go.
/// </summary>
internal static class Signature
{
    /// <summary>In the place of a text: only an update will tell.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>In the place of a secret, in a preview.</summary>
    public const string HiddenSecret = "[secret]";

    /// <summary>An object with this key stands for something else, and the value says for what.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";
    public const string ResourceReference = "5cf8f73096256a8f31e491e813e4eb8e";
    public const string OutputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
}
