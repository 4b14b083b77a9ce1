using System.Text;
using Infra.Core.Catalog;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class NodeUserDataTests
{
    [Fact]
    public void AL2023_joins_its_local_disks_by_its_node_configuration() => Assert.Equal(
        """
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="//"

        --//
        Content-Type: application/node.eks.aws

        ---
        apiVersion: node.eks.aws/v1alpha1
        kind: NodeConfig
        spec:
          instance:
            localStorage:
              strategy: RAID0

        --//--

        """,
        For("AL2023_x86_64_NVIDIA", localNvme: true, GpuSharing.TimeSlicing(4)));

    [Fact]
    public void Bottlerocket_moves_its_directories_by_a_command() => Assert.Equal(
        """
        [settings.bootstrap-commands.000-mount-instance-storage]
        commands = [
          ["apiclient", "ephemeral-storage", "init"],
          ["apiclient", "ephemeral-storage", "bind", "--dirs", "/var/lib/containerd", "/var/lib/kubelet", "/var/log/pods"],
        ]
        mode = "always"
        essential = true

        """,
        For("BOTTLEROCKET_x86_64_NVIDIA", localNvme: true, GpuSharing.None));

    [Theory]
    [InlineData(false, "time-slicing")]
    [InlineData(true, "mps")]
    public void Bottlerockets_own_device_plugin_shares_by_its_settings(bool mps, string strategy) => Assert.Equal(
        $"""
        [settings.kubelet-device-plugins.nvidia]
        device-sharing-strategy = "{strategy}"

        [settings.kubelet-device-plugins.nvidia.{strategy}]
        replicas = 4
        rename-by-default = false

        """,
        For("BOTTLEROCKET_x86_64_NVIDIA", localNvme: false, mps ? GpuSharing.Mps(4) : GpuSharing.TimeSlicing(4)));

    [Fact]
    public void Both_settings_stand_in_one_document() => Assert.Contains(
        "essential = true\n\n[settings.kubelet-device-plugins.nvidia]\n",
        For("BOTTLEROCKET_x86_64_NVIDIA", localNvme: true, GpuSharing.TimeSlicing(2)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA")]
    [InlineData("AL2023_x86_64_NEURON")]
    [InlineData("BOTTLEROCKET_ARM_64_NVIDIA")]
    public void A_plain_node_needs_none(string ami) => Assert.Null(For(ami, localNvme: false, GpuSharing.None));

    [Fact]
    public void EC2_takes_it_in_base_64() => Assert.Equal("a: ü\n", Encoding.UTF8.GetString(Convert.FromBase64String(NodeUserData.ToBase64("a: ü\n"))));

    [Theory]
    [InlineData(false, "  featureGates:\n    FastImagePull: true\n")]
    [InlineData(true, "  featureGates:\n    FastImagePull: true\n  instance:\n    localStorage:\n      strategy: RAID0\n")]
    public void AL2023_pulls_in_parallel_by_a_feature_gate(bool localNvme, string spec) => Assert.Equal(
        $"""
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="//"

        --//
        Content-Type: application/node.eks.aws

        ---
        apiVersion: node.eks.aws/v1alpha1
        kind: NodeConfig
        spec:
        {spec}
        --//--

        """,
        For("AL2023_x86_64_NVIDIA", localNvme, GpuSharing.None, parallelPull: true));

    [Fact]
    public void Bottlerocket_pulls_in_parallel_by_its_settings() => Assert.Equal(
        """
        [settings.container-runtime]
        snapshotter = "soci"

        [settings.container-runtime-plugins.soci-snapshotter]
        pull-mode = "parallel-pull-unpack"

        [settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack]
        max-concurrent-downloads-per-image = 20
        concurrent-download-chunk-size = "16mb"
        max-concurrent-unpacks-per-image = 12
        discard-unpacked-layers = true

        """,
        For("BOTTLEROCKET_x86_64_NVIDIA", localNvme: false, GpuSharing.None, parallelPull: true));

    [Fact]
    public void The_snapshotter_of_Bottlerocket_moves_to_the_local_disks_too() => Assert.Contains(
        "\"--dirs\", \"/var/lib/containerd\", \"/var/lib/kubelet\", \"/var/log/pods\", \"/var/lib/soci-snapshotter\"],\n",
        For("BOTTLEROCKET_x86_64_NVIDIA", localNvme: true, GpuSharing.None, parallelPull: true),
        StringComparison.Ordinal);

    private static string? For(string ami, bool localNvme, GpuSharing sharing, bool parallelPull = false) =>
        NodeUserData.For(AmiTypes.TryGet(ami, out var type) ? type : throw new ArgumentException(ami), localNvme, sharing, parallelPull);
}
