using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>What hands NVIDIA's GPUs to pods: releases of the device plugin or the GPU operator, and daemon sets that somebody wrote.</summary>
/// <param name="Subject">The release or object.</param>
/// <param name="Name">For a message.</param>
/// <param name="IsOperator">Whether it is the GPU operator.</param>
internal sealed record DevicePlugins(PolicySubject Subject, string Name, bool IsOperator)
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Chart = "nvidia-device-plugin";
    private const string OperatorChart = "gpu-operator";

    // Defaults of both charts (nvidia-device-plugin 0.20.0 and gpu-operator 26.7.0, values.yaml).
    private static readonly PolicyToleration[] _byDefault = [new("nvidia.com/gpu", IsEqual: false, "", "NoSchedule")];

    // The same chart's default for the worker of node feature discovery.
    private static readonly PolicyToleration[] _ofDiscovery = [new("nvidia.com/gpu", IsEqual: true, "present", "NoSchedule")];

    /// <summary>Pods on GPU nodes, each with where its tolerations stand and what they are.</summary>
    public required IReadOnlyList<(string Pods, Field At, IReadOnlyCollection<PolicyToleration> Tolerations)> Daemons { get; init; }

    /// <summary>All of a plan.</summary>
    public static IEnumerable<DevicePlugins> Of(PolicyContext context) =>
        context.OfType(Release).Select(OfRelease).OfType<DevicePlugins>().Concat(context.Pods.Where(pod => pod.IsDaemon && pod.Containers.Any(IsPlugin)).Select(OfPod));

    private static DevicePlugins? OfRelease(PolicySubject release)
    {
        var values = release["values"];
        return release["chart"].Text switch
        {
            Chart => new DevicePlugins(release, "the release of nvidia-device-plugin", IsOperator: false)
            {
                Daemons = [("the device plugin", values["tolerations"], Given(values["tolerations"], _byDefault)), .. Discovery(values)],
            },
            OperatorChart when !values["devicePlugin", "enabled"].IsFalse => new DevicePlugins(release, "the release of gpu-operator", IsOperator: true)
            {
                Daemons = [("the GPU operator's daemon sets", values["daemonsets", "tolerations"], Given(values["daemonsets", "tolerations"], _byDefault))],
            },
            _ => null,
        };
    }

    private static IEnumerable<(string Pods, Field At, IReadOnlyCollection<PolicyToleration> Tolerations)> Discovery(Field values)
    {
        var tolerations = values["nfd", "worker", "tolerations"];
        return values["gfd", "enabled"].IsTrue && !values["nfd", "enabled"].IsFalse
            ? [("the worker of node feature discovery", tolerations, Given(tolerations, _ofDiscovery))]
            : [];
    }

    private static DevicePlugins OfPod(PolicyPod pod) => new(pod.Owner, pod.Owner.Label, IsOperator: false)
    {
        Daemons = [("the device plugin", pod.Spec["tolerations"], [.. pod.Tolerations])],
    };

    private static PolicyToleration[] Given(Field tolerations, PolicyToleration[] byDefault) =>
        tolerations.IsAbsent ? byDefault : [.. tolerations.Items.Select(PolicyToleration.Of)];

    private static bool IsPlugin(PolicyContainer container) => container.Body["image"].Text?.Contains("k8s-device-plugin", StringComparison.Ordinal) == true && container.Body["image"].Text!.Contains("nvidia", StringComparison.Ordinal);
}
