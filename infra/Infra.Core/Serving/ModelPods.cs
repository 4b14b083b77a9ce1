using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving;

/// <summary>How the pods of a model are known where the metrics don't name it.</summary>
public static class ModelPods
{
    /// <summary>Label of the pods; the ServiceMonitor copies it.</summary>
    public const string Label = "app.kubernetes.io/instance";

    /// <summary>Selects what one model's pods tell, by the name that the Prometheus operator gives to the copy.</summary>
    /// <param name="model">Name of the model.</param>
    public static Matcher Of(string model) => Matcher.Is(TargetLabels.ModelInstance, model);

    /// <summary>
    /// Regular expression of the names of a model's pods, as the objects above them make them: RE2, anchored by whoever matches. On Ray they are workers of a cluster
    /// of the service's name and five letters, cut to 50 (ray-project/kuberay, tag v1.7.0, controllers/ray/utils/util.go, GenerateRayClusterName and PodName).
    /// </summary>
    /// <param name="backend">The model's backend.</param>
    /// <param name="model">Name of the model.</param>
    public static string Pattern(ServingBackend backend, string model) => backend == ServingBackend.Ray
        ? $"{model}-[a-z0-9]{{5}}(-[a-z]*)?-worker-[a-z0-9]{{5}}"
        : ScaleTarget.Of(backend, model).PodPattern;
}
