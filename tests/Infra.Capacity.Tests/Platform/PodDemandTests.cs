using Infra.Capacity.Platform;

namespace Infra.Capacity.Tests.Platform;

public sealed class PodDemandTests
{
    [Fact]
    public void Network_interfaces_are_no_accelerators()
    {
        // A p5.48xlarge whose GPUs are cut into seven.
        var room = PodDemand.None with { Devices = PodDemand.None.Devices.Add("nvidia.com/gpu", 56).Add("vpc.amazonaws.com/efa", 32) };

        Assert.Equal((56, 0), (room.Accelerators, PodDemand.None.Accelerators));
        Assert.True(room.Fits(PodDemand.None with { Devices = PodDemand.None.Devices.Add("vpc.amazonaws.com/efa", 32) }));
    }
}
