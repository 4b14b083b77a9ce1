using System.Text;
using Infra.Core.Catalog;

namespace Infra.Core.Nodes;

/// <summary>
/// What a launch template hands to a node beside what EKS itself writes there: EKS merges both, MIME parts on AL2023, settings on
/// Bottlerocket (EKS user guide, "Customize managed nodes with launch templates").
/// </summary>
public static class NodeUserData
{
    private const string Boundary = "//";

    private const string NodeConfig = """
        ---
        apiVersion: node.eks.aws/v1alpha1
        kind: NodeConfig
        spec:
        """;

    // amazon-eks-ami, nodeadm, api/v1alpha1/nodeconfig_types.go: one array over all disks, with the directories of kubelet and containerd on it.
    private const string LocalStorage = """
          instance:
            localStorage:
              strategy: RAID0
        """;

    // nodeadm, internal/api/feature_gates.go: the SOCI snapshotter in its parallel mode, with limits that fit ECR; nodeadm moves its directory to the local disks too.
    private const string FastImagePull = """
          featureGates:
            FastImagePull: true
        """;

    // Bottlerocket, "Bootstrap commands"; name, commands and directories are those of Karpenter (instanceStorePolicy: RAID0; aws/karpenter-provider-aws,
    // pkg/providers/amifamily/bootstrap/bottlerocket.go).
    private static string EphemeralStorage(bool parallelPull) => $"""
        [settings.bootstrap-commands.000-mount-instance-storage]
        commands = [
          ["apiclient", "ephemeral-storage", "init"],
          ["apiclient", "ephemeral-storage", "bind", "--dirs", "/var/lib/containerd", "/var/lib/kubelet", "/var/log/pods"{(parallelPull ? ", \"/var/lib/soci-snapshotter\"" : "")}],
        ]
        mode = "always"
        essential = true
        """;

    // Bottlerocket, settings.container-runtime and settings.container-runtime-plugins; its own limits are those of containerd, these are what aws-samples/karpenter-blueprints
    // (blueprints/soci-snapshotter) recommends for ECR and what AL2023 has.
    private const string ParallelPull = """
        [settings.container-runtime]
        snapshotter = "soci"

        [settings.container-runtime-plugins.soci-snapshotter]
        pull-mode = "parallel-pull-unpack"

        [settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack]
        max-concurrent-downloads-per-image = 20
        concurrent-download-chunk-size = "16mb"
        max-concurrent-unpacks-per-image = 12
        discard-unpacked-layers = true
        """;

    /// <summary>The user data of a pool's nodes; null where the AMI's own ways will do.</summary>
    /// <param name="ami">AMI type of the nodes.</param>
    /// <param name="localNvme">Whether images and pods' files are on the local NVMe disks.</param>
    /// <param name="sharing">How the GPUs are shared; on Bottlerocket that is a setting of the node.</param>
    /// <param name="parallelPull">Whether layers of images are pulled and unpacked side by side.</param>
    public static string? For(AmiType ami, bool localNvme, GpuSharing sharing, bool parallelPull)
    {
        ArgumentNullException.ThrowIfNull(ami);
        ArgumentNullException.ThrowIfNull(sharing);
        if (!ami.IsBottlerocket)
        {
            var parts = new[] { parallelPull ? FastImagePull : null, localNvme ? LocalStorage : null }.OfType<string>().ToList();
            return parts.Count == 0 ? null : Mime($"{NodeConfig}\n{string.Join('\n', parts)}");
        }

        var settings = new[] { localNvme ? EphemeralStorage(parallelPull) : null, parallelPull ? ParallelPull : null, Sharing(sharing) }.OfType<string>().ToList();
        return settings.Count == 0 ? null : string.Join("\n\n", settings) + "\n";
    }

    /// <summary>User data as the EC2 API takes it.</summary>
    /// <param name="userData">The text.</param>
    public static string ToBase64(string userData) => Convert.ToBase64String(Encoding.UTF8.GetBytes(userData));

    private static string Mime(string part) =>
        $"""
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="{Boundary}"

        --{Boundary}
        Content-Type: application/node.eks.aws

        {part}

        --{Boundary}--

        """;

    // Bottlerocket, settings.kubelet-device-plugins.nvidia. The resource keeps its name, as with the plugin elsewhere.
    private static string? Sharing(GpuSharing sharing)
    {
        var strategy = sharing.Mode switch
        {
            GpuSharingMode.TimeSlicing => "time-slicing",
            GpuSharingMode.Mps => "mps",
            _ => null,
        };
        return strategy is null
            ? null
            : $"""
              [settings.kubelet-device-plugins.nvidia]
              device-sharing-strategy = "{strategy}"

              [settings.kubelet-device-plugins.nvidia.{strategy}]
              replicas = {sharing.Replicas}
              rename-by-default = false
              """;
    }
}
