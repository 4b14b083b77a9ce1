using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>How instances are bought.</summary>
public enum CapacityType
{
    /// <summary>At the list price, as long as they are wanted; also into a capacity reservation.</summary>
    [WireName("onDemand")]
    OnDemand,

    /// <summary>At a fraction of the price; EC2 may take them back at two minutes' notice.</summary>
    [WireName("spot")]
    Spot,

    /// <summary>A Capacity Block for ML: paid beforehand, for a fixed time; EC2 ends the instances before the block ends.</summary>
    [WireName("capacityBlock")]
    CapacityBlock,
}
