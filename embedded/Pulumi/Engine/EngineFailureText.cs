namespace Pulumi.Embedded;

/// <summary>How a failure is told as a diagnostic. One that belongs to a resource needs no stack trace: its URN says where.</summary>
internal static class EngineFailureText
{
    public static string Of(RunFailure failure) => failure switch
    {
        { Exception: EngineException or ResourceException or RunException } => failure.Exception.Message,
        { Resource: not null } => failure.Exception.Message,
        _ => RunFailureText.Of(failure.Exception),
    };
}
