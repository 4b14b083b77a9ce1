namespace Infra.Core.Serving;

/// <summary>Ports of Ray as KubeRay knows them (ray-project/kuberay, tag v1.7.0, controllers/ray/utils/constant.go).</summary>
public static class RayPorts
{
    /// <summary>The head's store of the cluster's state.</summary>
    public const int Gcs = 6379;

    /// <summary>The head's dashboard: it takes jobs and the configuration of applications, from whoever reaches it.</summary>
    public const int Dashboard = 8265;

    /// <summary>Ray's client protocol, on the head.</summary>
    public const int Client = 10001;

    /// <summary>The agent of every pod, which tells the operator how it is.</summary>
    public const int Agent = 52365;

    /// <summary>Metrics of every pod; KubeRay declares the port and has Ray publish there (controllers/ray/common/pod.go).</summary>
    public const int Metrics = 8080;
}
