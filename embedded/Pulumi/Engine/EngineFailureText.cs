namespace Pulumi.Embedded;

/// <summary>How a failure is told as a diagnostic: a sentence, and what only the program's author wants to see apart.</summary>
internal static class EngineFailureText
{
    public static string MessageOf(RunFailure failure)
        => failure.Resource is not null || IsMeantToBeRead(failure.Exception) ? failure.Exception.Message : $"the program failed: {Named(failure.Exception)}";

    /// <summary>An exception that the program hands to the log.</summary>
    public static string MessageOf(Exception exception) => IsMeantToBeRead(exception) ? exception.Message : Named(exception);

    public static string? DetailOf(Exception exception)
        => exception is EngineException or RunException or ResourceException { HideStack: true } ? null : exception.ToString();

    private static bool IsMeantToBeRead(Exception exception) => exception is EngineException or RunException or ResourceException;

    private static string Named(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
