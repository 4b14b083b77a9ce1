using Pulumi.Automation;

namespace Infra.Automation.Engine;

/// <summary>Our requests as the SDK's options. <c>ShowSecrets</c> is about the history that the SDK asks for afterwards.</summary>
internal static class SdkOptions
{
    private const string NoColor = "never";

    public static UpOptions Of(UpRequest request) => new()
    {
        Message = request.Message,
        Refresh = request.Refresh,
        Target = [.. request.Targets],
        Parallel = request.Parallel,
        ContinueOnError = request.ContinueOnError,
        ConfigFile = request.ConfigFile,
        Color = NoColor,
        ShowSecrets = false,
    };

    public static RefreshOptions Of(RefreshRequest request) => new()
    {
        Message = request.Message,
        Target = [.. request.Targets],
        ClearPendingCreates = request.ClearPendingCreates,
        ImportPendingCreates = [.. request.ImportPendingCreates.Select(static one => new PendingCreateValue(one.Key, one.Value))],
        Color = NoColor,
        ShowSecrets = false,
    };

    public static DestroyOptions Of(DestroyRequest request) => new()
    {
        Message = request.Message,
        Target = [.. request.Targets],
        Refresh = request.Refresh,
        ContinueOnError = request.ContinueOnError,
        Color = NoColor,
        ShowSecrets = false,
    };
}
