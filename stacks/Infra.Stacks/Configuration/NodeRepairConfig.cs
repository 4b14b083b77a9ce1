using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>How EKS repairs broken nodes; GPU errors are noticed by the node monitoring agent, an add-on of the cluster.</summary>
public sealed record NodeRepairConfig
{
    /// <summary>Whether EKS replaces or reboots broken nodes. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Nodes that are repaired at once. Default: EKS decides.</summary>
    [InRange(Min = 1, Max = 1000)]
    public int? MaxParallelNodes { get; init; }

    /// <summary>Other actions than those of EKS for single errors.</summary>
    public ImmutableArray<NodeRepairOverrideConfig> Overrides { get; init; } = [];

    /// <summary>The component's form.</summary>
    internal NodeRepairArgs ToArgs() => new()
    {
        Enabled = Enabled,
        MaxParallelNodes = MaxParallelNodes,
        Overrides =
        [
            .. Overrides.Select(exception => new NodeRepairOverrideArgs
            {
                Condition = exception.Condition,
                Reason = exception.Reason,
                WaitMinutes = exception.WaitMinutes,
                Action = exception.Action.ToString(),
            }),
        ],
    };
}

/// <summary>What EKS does about one error of a node.</summary>
public sealed record NodeRepairOverrideConfig
{
    /// <summary>Node condition that the node monitoring agent sets. Default: AcceleratedHardwareReady, that of GPUs and Neuron devices.</summary>
    [NonEmpty]
    public string Condition { get; init; } = NodeRepairOverrideArgs.AcceleratedHardware;

    /// <summary>Reason that it gives, such as <c>NvidiaXID79Error</c>.</summary>
    [NonEmpty]
    public required string Reason { get; init; }

    /// <summary>Minutes from the error to the action. Default: 10, as EKS waits for GPU errors.</summary>
    [InRange(Min = 1, Max = 1440)]
    public int WaitMinutes { get; init; } = NodeRepairOverrideArgs.DefaultWaitMinutes;

    /// <summary>What EKS does.</summary>
    public required NodeRepairAction Action { get; init; }
}

/// <summary>What EKS does about a broken node, by its name in the EKS API.</summary>
public enum NodeRepairAction
{
    /// <summary>A new node takes its place.</summary>
    [WireName("Replace")]
    Replace,

    /// <summary>The node starts again.</summary>
    [WireName("Reboot")]
    Reboot,

    /// <summary>Nothing.</summary>
    [WireName("NoAction")]
    NoAction,
}
