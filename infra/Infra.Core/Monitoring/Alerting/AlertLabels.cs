namespace Infra.Core.Monitoring.Alerting;

/// <summary>Labels of alerts that decide who is told.</summary>
internal static class AlertLabels
{
    public const string Name = "alertname";

    public const string Severity = "severity";

    public const string Tenant = "tenant";

    public const string Namespace = "namespace";

    public const string Model = "model";

    public const string Node = "node";

    public const string Pod = "pod";

    public const string Gpu = "gpu";
}
