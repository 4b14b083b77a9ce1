using Infra.Components.Accelerators;
using Infra.Components.Nodes;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Accelerators;

public sealed class SecondDevicePluginTests
{
    [Fact]
    public async Task A_pool_whose_image_brings_the_plugin_gets_no_second_one()
    {
        Assert.True(InstanceCatalog.Default.TryGet("g6.xlarge", out var type));
        Assert.True(AmiTypes.TryGet("BOTTLEROCKET_x86_64_NVIDIA", out var bottlerocket));
        var pool = PoolReferenceArgs.From(PoolContract.ForAccelerators("l4", [type], [], [], GpuSharing.None, efa: false, bottlerocket));

        var exception = await Assert.ThrowsAsync<ResourceException>(() => ComponentHarness.RunAsync(
            () => _ = new NvidiaDevicePlugin("plugin", Samples.DevicePlugin(Samples.GpuPool("t4"), pool))));

        Assert.Equal(
            """
            1 problem in gpu-inference:index:NvidiaDevicePlugin:
              plugin.pools[1]: the image of the pool 'l4' brings the device plugin, and two of them would fight over its GPUs; leave the pool out
            """,
            exception.Message);
    }
}
