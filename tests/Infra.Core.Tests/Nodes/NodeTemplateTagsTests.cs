using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Core.Tests.Nodes;

public sealed class NodeTemplateTagsTests
{
    private const string Prefix = "k8s.io/cluster-autoscaler/node-template/";

    [Fact]
    public void A_time_sliced_pool_tells_the_autoscaler_all_that_a_node_would_be()
    {
        var pool = PoolContract.ForAccelerators("t4", [Type("g4dn.xlarge")], [new("team", "vision")], [new Taint("spot", "", TaintEffect.NoExecute)], GpuSharing.TimeSlicing(4));

        Assert.Equal(
            [
                new($"{Prefix}label/gpu-inference/pool", "t4"),
                new($"{Prefix}label/k8s.amazonaws.com/accelerator", "nvidia-t4"),
                new($"{Prefix}label/nvidia.com/device-plugin.config", "time-slicing-4"),
                new($"{Prefix}label/nvidia.com/gpu.present", "true"),
                new($"{Prefix}label/team", "vision"),
                new($"{Prefix}resources/ephemeral-storage", "89Gi"),
                new($"{Prefix}resources/nvidia.com/gpu", "4"),
                new($"{Prefix}taint/nvidia.com/gpu", "present:NoSchedule"),
                new($"{Prefix}taint/spot", ":NoExecute"),
            ],
            NodeTemplateTags.Of(pool, ByteSize.FromGibibytes(89)).ToArray());
    }

    [Fact]
    public void Where_pieces_have_names_of_their_own_there_are_no_GPUs_left()
    {
        var pool = PoolContract.ForAccelerators("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.Mig("all-balanced", MigStrategy.Mixed));

        Assert.Equal(
            [
                new($"{Prefix}resources/ephemeral-storage", "1Gi"),
                new($"{Prefix}resources/nvidia.com/gpu", "0"),
                new($"{Prefix}resources/nvidia.com/mig-1g.5gb", "16"),
                new($"{Prefix}resources/nvidia.com/mig-2g.10gb", "8"),
                new($"{Prefix}resources/nvidia.com/mig-3g.20gb", "8"),
            ],
            NodeTemplateTags.Of(pool, ByteSize.FromGibibytes(1)).Where(tag => tag.Key.StartsWith($"{Prefix}resources/", StringComparison.Ordinal)).ToArray());
    }

    [Fact]
    public void A_key_that_AWS_would_refuse_is_left_out()
    {
        // 46 characters of the prefix, then the key.
        var (fits, tooLong) = (new string('a', 128 - 46), new string('b', 129 - 46));
        var pool = PoolContract.ForAccelerators("t4", [Type("g4dn.xlarge")], [new(fits, "1"), new(tooLong, "1")], []);
        var tags = NodeTemplateTags.Of(pool, ByteSize.FromGibibytes(1));

        Assert.Equal(128, $"{Prefix}label/{fits}".Length);
        Assert.Contains($"{Prefix}label/{fits}", tags.Keys);
        Assert.DoesNotContain($"{Prefix}label/{tooLong}", tags.Keys);
    }

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
