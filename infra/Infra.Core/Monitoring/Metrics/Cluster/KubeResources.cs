using System.Text.RegularExpressions;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>How kube-state-metrics writes what Kubernetes writes with dots and slashes (kube-state-metrics v2.20.0, internal/store/utils.go, SanitizeLabelName and toSnakeCase).</summary>
public static partial class KubeResources
{
    /// <summary>A resource, the value of the label <c>resource</c>: <c>nvidia_com_gpu</c>.</summary>
    /// <param name="resource">As Kubernetes writes it.</param>
    public static string Of(string resource) => new([.. resource.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);

    /// <summary>The label of a metric that has a label of an object: <c>label_gpu_inference_pool</c>, and of <c>capacityType</c> <c>label_capacity_type</c>.</summary>
    /// <param name="label">As Kubernetes writes it.</param>
    public static string LabelOf(string label) => $"label_{WordEnd().Replace(Of(label), "$1_$2").ToLowerInvariant()}";

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordEnd();
}
