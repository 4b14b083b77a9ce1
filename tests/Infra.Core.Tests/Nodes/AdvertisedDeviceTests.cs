using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Core.Tests.Nodes;

public sealed class AdvertisedDeviceTests
{
    // A T4 has 14,909 MiB that a process can use, an A100 of 40 GB 40,442; 95 % of an eighth of these are 4,802.
    public static TheoryData<string, GpuSharing, string[]> Pools => new()
    {
        { "g4dn.xlarge", GpuSharing.None, ["1 x nvidia.com/gpu of 14909Mi"] },
        { "g4dn.xlarge", GpuSharing.TimeSlicing(4), ["4 x nvidia.com/gpu of 14909Mi, shared"] },
        { "g4dn.12xlarge", GpuSharing.TimeSlicing(4), ["16 x nvidia.com/gpu of 14909Mi, shared"] },
        { "g4dn.xlarge", GpuSharing.Mps(4), ["4 x nvidia.com/gpu of 3816704Ki, shared"] },
        { "p4d.24xlarge", GpuSharing.Mig("all-1g.5gb", MigStrategy.Single), ["56 x nvidia.com/gpu of 4802Mi"] },
        { "p4d.24xlarge", GpuSharing.Mig("all-1g.5gb", MigStrategy.Mixed), ["56 x nvidia.com/mig-1g.5gb of 4802Mi"] },
        {
            "p4d.24xlarge",
            GpuSharing.Mig("all-balanced", MigStrategy.Mixed),
            ["16 x nvidia.com/mig-1g.5gb of 4802Mi", "8 x nvidia.com/mig-2g.10gb of 9604Mi", "8 x nvidia.com/mig-3g.20gb of 19209Mi"]
        },
        { "p5.4xlarge", GpuSharing.Mig("all-7g.80gb", MigStrategy.Single), ["1 x nvidia.com/gpu of 77025Mi"] },
    };

    [Theory]
    [MemberData(nameof(Pools))]
    public void A_node_offers_what_sharing_makes_of_its_GPUs(string type, GpuSharing sharing, string[] devices) =>
        Assert.Equal(devices, Lines(sharing, type));

    [Fact]
    public void The_smallest_type_and_the_least_memory_count() =>
        Assert.Equal(["8 x nvidia.com/gpu of 40442Mi"], Lines(GpuSharing.None, "p4de.24xlarge", "p4d.24xlarge"));

    // Neuron memory is an estimate, 90.9 % of 32 GiB.
    [Theory]
    [InlineData("inf2.xlarge", 1, 2)]
    [InlineData("inf2.48xlarge", 12, 24)]
    [InlineData("trn1.32xlarge", 16, 32)]
    public void A_Neuron_node_offers_devices_and_the_same_by_cores(string type, int devices, int cores) => Assert.Equal(
        [
            new AdvertisedDevice("aws.amazon.com/neuron", devices, ByteSize.FromMebibytes(29_786), IsShared: false),
            new AdvertisedDevice("aws.amazon.com/neuroncore", cores, ByteSize.FromMebibytes(14_893), IsShared: false),
        ],
        AdvertisedDevice.OfNeuron([Type(type)]).ToArray());

    [Fact]
    public void Without_types_nothing_is_offered()
    {
        Assert.Empty(AdvertisedDevice.Of([], GpuSharing.TimeSlicing(2)));
        Assert.Empty(AdvertisedDevice.OfNeuron([]));
    }

    // What was read on real pieces: nvidia-smi shows 19,968 MiB of a 3g.20gb.
    [Fact]
    public void A_piece_is_not_believed_to_hold_more_than_was_seen()
    {
        var model = InstanceCatalog.Default.Models.Single(model => model.Id == "a100-40gb");
        var profile = model.Mig!.Profiles.Single(profile => profile.Name == "3g.20gb");

        Assert.True(model.MemoryOf(profile) <= ByteSize.FromMebibytes(19_968));
    }

    private static IEnumerable<string> Lines(GpuSharing sharing, params string[] types) =>
        AdvertisedDevice.Of([.. types.Select(Type)], sharing).Select(device => $"{device.Count} x {device.Resource} of {device.Memory}{(device.IsShared ? ", shared" : "")}");

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
