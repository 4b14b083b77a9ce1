using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>What EKS does about one error of a node, as component input.</summary>
public sealed class NodeRepairOverrideArgs : ResourceArgs
{
    /// <summary>Node condition that the node monitoring agent sets. Default: <c>AcceleratedHardwareReady</c>, that of GPUs and Neuron devices.</summary>
    [Input("condition")]
    public string Condition { get; init; } = AcceleratedHardware;

    /// <summary>Reason that it gives, e.g. <c>NvidiaXID79Error</c>.</summary>
    [Input("reason", required: true)]
    public required string Reason { get; init; }

    /// <summary>Minutes from the error to the action, 1 or more. Default: 10, as EKS waits for GPU errors.</summary>
    [Input("waitMinutes")]
    public int WaitMinutes { get; init; } = DefaultWaitMinutes;

    /// <summary><c>Replace</c>, <c>Reboot</c> or <c>NoAction</c>.</summary>
    [Input("action", required: true)]
    public required string Action { get; init; }

    /// <summary>Default of <see cref="Condition"/>.</summary>
    public const string AcceleratedHardware = "AcceleratedHardwareReady";

    /// <summary>Default of <see cref="WaitMinutes"/>.</summary>
    public const int DefaultWaitMinutes = 10;
}
