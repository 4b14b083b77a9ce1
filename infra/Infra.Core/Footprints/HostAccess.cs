namespace Infra.Core.Footprints;

/// <summary>What a pod takes from its node beyond processor and memory. Each is refused by the pod security level <c>restricted</c>.</summary>
[Flags]
public enum HostAccess
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Files of the node.</summary>
    Paths = 1,

    /// <summary>The node's network; the pod takes no address of its own.</summary>
    Network = 2,

    /// <summary>The node's processes.</summary>
    Processes = 4,

    /// <summary>A container that may do everything, or a kernel capability beyond the default ones.</summary>
    Privileges = 8,
}
