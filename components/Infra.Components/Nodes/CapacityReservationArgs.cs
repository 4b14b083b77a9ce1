using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Reserved capacity that nodes are launched into, as component input: exactly one of the two.</summary>
public sealed class CapacityReservationArgs : ResourceArgs
{
    /// <summary>Id of an on-demand capacity reservation or of a capacity block, e.g. <c>cr-0123456789abcdef0</c>: one instance type, one zone.</summary>
    [Input("id")]
    public string? Id { get; init; }

    /// <summary>ARN of a resource group of on-demand capacity reservations; launches that find none free there become ordinary ones.</summary>
    [Input("resourceGroupArn")]
    public string? ResourceGroupArn { get; init; }
}
