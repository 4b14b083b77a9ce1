using System.Globalization;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Versions;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Nodes;

/// <summary>A pod that does nothing but hold a place of the size of a model's pod.</summary>
internal static class HeadroomPod
{
    /// <summary>The pod on one pool.</summary>
    /// <param name="args">The pool.</param>
    /// <param name="cache">Through what its image is pulled; null for nothing.</param>
    public static CoreV1.PodSpecArgs On(PoolHeadroomArgs args, ImageCacheArgs? cache)
    {
        var resources = new CoreV1.ResourceRequirementsArgs { Requests = { ["cpu"] = args.Cpu, ["memory"] = args.Memory } };
        if (args.Pool.DeviceResource is { } device && args.Devices > 0)
        {
            var count = args.Devices.ToString(CultureInfo.InvariantCulture);
            resources.Requests[device] = count;
            // Extended resources can't be overcommitted: Kubernetes asks for the limit.
            resources.Limits[device] = count;
        }

        var pod = new CoreV1.PodSpecArgs
        {
            PriorityClassName = PriorityClasses.Headroom,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            // It has nothing to finish, and whoever pushes it out is waiting.
            TerminationGracePeriodSeconds = 0,
            SecurityContext = PodSecurity.Pod(),
            Containers =
            {
                new CoreV1.ContainerArgs
                {
                    Name = "pause",
                    Image = ImageCacheArgs.Reference(cache, Pins.Pause),
                    Resources = resources,
                    SecurityContext = PodSecurity.Container(),
                },
            },
        };
        PoolBinding.Apply([args.Pool], [CpuArchitecture.Amd64, CpuArchitecture.Arm64], pod);
        return pod;
    }
}
