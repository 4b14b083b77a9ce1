namespace Infra.Core.Monitoring.Logs;

/// <summary>Where logs go: one of the two.</summary>
public abstract record LogSink
{
    private LogSink()
    {
    }

    /// <summary>A server of Loki in the cluster.</summary>
    /// <param name="Host">Its host.</param>
    /// <param name="Port">Its port.</param>
    public sealed record Loki(string Host, int Port) : LogSink;

    /// <summary>A log group of CloudWatch Logs, which is there already.</summary>
    /// <param name="Region">Region of the group.</param>
    /// <param name="LogGroup">Its name.</param>
    public sealed record CloudWatch(string Region, string LogGroup) : LogSink;
}
