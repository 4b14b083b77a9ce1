using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.Ray;

/// <summary>Inputs of <see cref="RayService"/>.</summary>
public sealed class RayServiceArgs() : CustomResourceArgs("ray.io/v1", "RayService")
{
    /// <summary>Applications and the cluster that they run on.</summary>
    [Input("spec", required: true)]
    public required Input<RayServiceSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="RayService"/>.</summary>
public sealed class RayServiceSpecArgs : ResourceArgs
{
    /// <summary>Ray Serve's configuration of one or more applications, as YAML or JSON text.</summary>
    [Input("serveConfigV2", required: true)]
    public required Input<string> ServeConfigV2 { get; init; }

    /// <summary>The cluster; what changes beside the number of workers makes a new one, which takes over once it serves.</summary>
    [Input("rayClusterConfig", required: true)]
    public required Input<RayClusterSpecArgs> RayClusterConfig { get; init; }

    /// <summary>The Service in front of the applications; KubeRay sets its selector.</summary>
    [Input("serveService")]
    public Input<ServiceArgs>? ServeService { get; init; }

    /// <summary>Whether the head takes no requests. Default: false.</summary>
    [Input("excludeHeadPodFromServeSvc")]
    public Input<bool>? ExcludeHeadPodFromServeSvc { get; init; }

    /// <summary>How a changed cluster replaces the old one.</summary>
    [Input("upgradeStrategy")]
    public Input<RayServiceUpgradeStrategyArgs>? UpgradeStrategy { get; init; }
}

/// <summary>How a changed cluster of a <see cref="RayService"/> replaces the old one.</summary>
public sealed class RayServiceUpgradeStrategyArgs : ResourceArgs
{
    /// <summary><c>NewCluster</c>, or <c>None</c> to leave the old one alone.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }
}
