using Pulumi.Embedded;

namespace Pulumi;

/// <summary>An error alone makes the run fail. Mocks see nothing of the others.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Current.Log(EngineSeverity.Debug, message, resource);

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Current.Log(EngineSeverity.Info, message, resource);

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Current.Log(EngineSeverity.Warning, message, resource);

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Current.Log(EngineSeverity.Error, message, resource);

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Current.Monitor.LogException(exception, resource);
}
