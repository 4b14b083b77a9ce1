using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Serving;

/// <summary>How the pods of a model are known where the metrics don't name it.</summary>
public static class ModelPods
{
    /// <summary>Label of the pods; the ServiceMonitor copies it.</summary>
    public const string Label = "app.kubernetes.io/instance";

    /// <summary>Selects what one model's pods tell, by the name that the Prometheus operator gives to the copy.</summary>
    /// <param name="model">Name of the model.</param>
    public static Matcher Of(string model) => Matcher.Is(TargetLabels.ModelInstance, model);
}
