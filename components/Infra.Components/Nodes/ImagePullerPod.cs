using System.Globalization;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Core.Catalog;
using Infra.Core.Versions;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Nodes;

/// <summary>A pod that mounts images and does nothing.</summary>
internal static class ImagePullerPod
{
    /// <summary>The pod on one pool.</summary>
    /// <param name="args">The pool.</param>
    /// <param name="cache">Through what its own image is pulled; null for nothing.</param>
    public static CoreV1.PodSpecArgs On(PulledImagesArgs args, ImageCacheArgs? cache)
    {
        var container = new CoreV1.ContainerArgs
        {
            Name = "pause",
            Image = ImageCacheArgs.Reference(cache, Pins.Pause),
            Resources = new CoreV1.ResourceRequirementsArgs { Requests = { ["cpu"] = "1m", ["memory"] = "8Mi" }, Limits = { ["memory"] = "8Mi" } },
            SecurityContext = PodSecurity.Container(),
        };
        var pod = new CoreV1.PodSpecArgs
        {
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            TerminationGracePeriodSeconds = 0,
            SecurityContext = PodSecurity.Pod(),
            Containers = { container },
        };
        for (var i = 0; i < args.Images.Count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"image-{i}");
            pod.Volumes.Add(new CoreV1.VolumeArgs { Name = name, Image = new CoreV1.ImageVolumeSourceArgs { Reference = args.Images[i], PullPolicy = "IfNotPresent" } });
            container.VolumeMounts.Add(new CoreV1.VolumeMountArgs { Name = name, MountPath = $"/images/{name}", ReadOnly = true });
        }

        PoolBinding.Apply([args.Pool], [CpuArchitecture.Amd64, CpuArchitecture.Arm64], pod);
        return pod;
    }
}
