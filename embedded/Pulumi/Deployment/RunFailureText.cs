using System.Reflection;

namespace Pulumi;

/// <summary>How an exception that ends a run under mocks is told.</summary>
internal static class RunFailureText
{
    public static string Of(Exception exception) => exception switch
    {
        RunException => exception.Message,
        ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
    };
}
