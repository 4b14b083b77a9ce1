using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>A pool that pods are bound to, as component input: the pool's contract in the form that Pulumi serialises.</summary>
public sealed class PoolReferenceArgs : ResourceArgs
{
    /// <summary>Name of the pool.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>Labels that select the pool's nodes.</summary>
    [Input("selector", required: true)]
    public required Dictionary<string, string> Selector { get; init; }

    /// <summary>Taints that pods on the pool tolerate.</summary>
    [Input("taints", required: true)]
    public required List<TaintArgs> Taints { get; init; }

    /// <summary>Device resource of the pool, e.g. <c>nvidia.com/gpu</c>; null for pools without accelerators.</summary>
    [Input("deviceResource")]
    public string? DeviceResource { get; init; }

    /// <summary>
    /// How many of <see cref="DeviceResource"/> every node advertises, after sharing: what placement counts. Default: 0, for pools without accelerators.
    /// </summary>
    [Input("devicesPerNode")]
    public int DevicesPerNode { get; init; }

    /// <summary>Interfaces of the Elastic Fabric Adapter that every node has. Default: none.</summary>
    [Input("efaPerNode")]
    public int? EfaPerNode { get; init; }

    /// <summary>How the pool's GPUs are shared. Default: none, whole GPUs.</summary>
    [Input("sharing")]
    public GpuSharingArgs? Sharing { get; init; }

    /// <summary>Whether the nodes' image brings the device plugin, as Bottlerocket does. Default: false.</summary>
    [Input("bringsDevicePlugin")]
    public bool BringsDevicePlugin { get; init; }

    /// <summary>The input form of a pool's contract.</summary>
    public static PoolReferenceArgs From(PoolContract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return new PoolReferenceArgs
        {
            Name = contract.Name,
            Selector = new Dictionary<string, string>(contract.Selector),
            Taints = [.. contract.Taints.Select(TaintArgs.From)],
            DeviceResource = contract.DeviceResource,
            DevicesPerNode = contract.DevicesPerNode,
            EfaPerNode = contract.EfaPerNode > 0 ? contract.EfaPerNode : null,
            Sharing = GpuSharingArgs.From(contract.Sharing),
            BringsDevicePlugin = contract.BringsDevicePlugin,
        };
    }
}
