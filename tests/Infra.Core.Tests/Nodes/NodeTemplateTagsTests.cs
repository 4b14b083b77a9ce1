using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Core.Tests.Nodes;

public sealed class NodeTemplateTagsTests
{
    private const string Prefix = "k8s.io/cluster-autoscaler/node-template/resources/";

    [Fact]
    public void A_time_sliced_pool_tells_the_autoscaler_what_a_node_would_offer() => Assert.Equal(
        ["cpu: 3920m", "ephemeral-storage: 89Gi", "memory: 15105Mi", "nvidia.com/gpu: 4", "pods: 29"],
        Tags(PoolContract.ForNvidia("t4", [Type("g4dn.xlarge")], [], [], GpuSharing.TimeSlicing(4)), "g4dn.xlarge"));

    [Fact]
    public void Where_pieces_have_names_of_their_own_there_are_no_GPUs_left() => Assert.Equal(
        [
            "cpu: 95690m", "ephemeral-storage: 89Gi", "memory: 1140264Mi", "nvidia.com/gpu: 0", "nvidia.com/mig-1g.5gb: 16", "nvidia.com/mig-2g.10gb: 8",
            "nvidia.com/mig-3g.20gb: 8", "pods: 737",
        ],
        Tags(PoolContract.ForNvidia("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.Mig("all-balanced", MigStrategy.Mixed)), "p4d.24xlarge"));

    [Fact]
    public void Pieces_that_are_called_GPUs_are_counted_as_such() => Assert.Contains(
        "nvidia.com/gpu: 56",
        Tags(PoolContract.ForNvidia("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.Mig("all-1g.5gb", MigStrategy.Single)), "p4d.24xlarge"));

    [Fact]
    public void A_Neuron_pool_tells_of_its_devices_and_cores() => Assert.Equal(
        ["aws.amazon.com/neuron: 1", "aws.amazon.com/neuroncore: 2", "cpu: 3920m", "ephemeral-storage: 89Gi", "memory: 14618Mi", "pods: 58"],
        Tags(PoolContract.ForNeuron("neuron", [Type("inf2.xlarge")], [], []), "inf2.xlarge"));

    private static IEnumerable<string> Tags(PoolContract pool, string type)
    {
        var tags = NodeTemplateTags.Of(pool, Type(type).Allocatable, ByteSize.FromGibibytes(89));
        Assert.All(tags.Keys, key => Assert.StartsWith(Prefix, key));
        return tags.Select(tag => $"{tag.Key[Prefix.Length..]}: {tag.Value}");
    }

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
