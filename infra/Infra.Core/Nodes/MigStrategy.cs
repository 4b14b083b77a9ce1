using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>How the device plugin names the pieces of cut GPUs (k8s-device-plugin 0.20.0, <c>MIG_STRATEGY</c>).</summary>
public enum MigStrategy
{
    /// <summary>All pieces of a node are equal and called <c>nvidia.com/gpu</c>, so that workloads needn't know.</summary>
    [WireName("single")]
    Single,

    /// <summary>Each size has a name of its own, <c>nvidia.com/mig-1g.5gb</c>.</summary>
    [WireName("mixed")]
    Mixed,
}
