using Pulumi;

namespace Infra.Components.Tenants;

/// <summary>The queue of a tenant's jobs.</summary>
public sealed class TenantQueueArgs : ResourceArgs
{
    /// <summary>What the tenant's jobs have of each pool, in the order in which they are put on them; at least one.</summary>
    [Input("shares", required: true)]
    public required List<FlavorShareArgs> Shares { get; init; }
}

/// <summary>Devices of a pool that jobs may have.</summary>
public sealed class FlavorShareArgs : ResourceArgs
{
    /// <summary>Name of the pool's ResourceFlavor, see <see cref="Queues.PoolFlavors"/>.</summary>
    [Input("flavor", required: true)]
    public required string Flavor { get; init; }

    /// <summary>The device, such as <c>nvidia.com/gpu</c>.</summary>
    [Input("resource", required: true)]
    public required string Resource { get; init; }

    /// <summary>How many, 1 or more.</summary>
    [Input("devices", required: true)]
    public required int Devices { get; init; }
}
