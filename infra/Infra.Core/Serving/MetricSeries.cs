namespace Infra.Core.Serving;

/// <summary>A Prometheus series of one model, before it is known in which namespace the model runs.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Matchers">Label matchers that select the model, separated by commas.</param>
public sealed record MetricSeries(string Metric, string Matchers)
{
    /// <summary>
    /// The selector for one namespace. Two namespaces may serve models of one name; <c>namespace</c> is a label that the
    /// Prometheus operator puts on whatever a ServiceMonitor scrapes.
    /// </summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    public string In(string namespaceName) => $"{Metric}{{namespace=\"{namespaceName}\",{Matchers}}}";

    /// <summary>Label by which the pods of a model are known where the metrics don't name it; the ServiceMonitor copies it from the pods.</summary>
    public const string PodLabel = "app.kubernetes.io/instance";

    /// <summary>The matcher of <see cref="PodLabel"/>, with the name that the Prometheus operator gives to the copy.</summary>
    /// <param name="model">Name of the model.</param>
    public static string OfPods(string model) => $"{CopiedLabel}\"{model}\"";

    /// <summary>The series of one instance's pods alone.</summary>
    /// <param name="instance">The instance.</param>
    public MetricSeries Of(string instance) => Matchers.StartsWith(CopiedLabel, StringComparison.Ordinal) ? this : this with { Matchers = $"{OfPods(instance)},{Matchers}" };

    private const string CopiedLabel = "app_kubernetes_io_instance=";
}
