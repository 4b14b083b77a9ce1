using System.Globalization;
using Infra.Components.Nodes;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Catalog;
using Infra.Core.Units;
using Infra.Core.Versions;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Storage.Cache;

/// <summary>The daemon set that fills the cache of every node as soon as the node is there.</summary>
internal static class CacheFiller
{
    private const string Name = "model-cache";
    private const string CacheVolume = "cache";
    private const string ScratchVolume = "tmp";

    private static readonly string[] _isFilled = ["test", "-e", "/tmp/filled"];

    // First what nobody wants any more, then what is missing: a full disk never keeps a new model out. A model that is complete is left alone, because servers may
    // be reading it; another source is another directory.
    private const string Fill =
        """
        set -eu
        cd "$CACHE_DIRECTORY"
        mkdir -p .complete
        wanted() {
          printf '%s\n' "$MODELS" | while read -r directory bytes uri; do
            if [ "$directory" = "$1" ]; then echo yes; fi
          done
        }
        for entry in * .complete/*; do
          if [ -e "$entry" ] && [ -z "$(wanted "${entry#.complete/}")" ]; then
            rm -rf -- "$entry"
          fi
        done
        printf '%s\n' "$MODELS" | while read -r directory bytes uri; do
          if [ -e ".complete/$directory" ]; then continue; fi
          mkdir -p "$directory"
          free="$(df -Pk . | { read -r header; read -r device blocks used free rest; echo "$free"; })"
          have="$(du -sk "$directory" | { read -r kib rest; echo "$kib"; })"
          if [ "$(((free + have) * 1024))" -lt "$bytes" ]; then
            echo "$directory needs $bytes bytes, but the disk has $(((free + have) * 1024)) for it" >&2
            exit 1
          fi
          aws s3 sync "$uri" "$directory" --only-show-errors
          if [ -z "$(ls -A "$directory")" ]; then
            echo "nothing in $uri; upload the model" >&2
            exit 1
          fi
          touch ".complete/$directory"
        done
        touch /tmp/filled
        while true; do sleep 3600 & wait $!; done
        """;

    /// <summary>The daemon set.</summary>
    public static Apps.DaemonSetArgs For(string component, Input<string> namespaceName, ModelCacheArgs args)
    {
        var pod = Pod(args);
        PoolBinding.Apply(Ordered(args.Pools), [CpuArchitecture.Amd64, CpuArchitecture.Arm64], pod);
        return new Apps.DaemonSetArgs
        {
            Metadata = new Meta.ObjectMetaArgs
            {
                Name = Name,
                Namespace = namespaceName,
                Labels = ManagedBy.Labels(Name, component, "model-cache"),
                // Filling takes as long as it takes; models wait for it themselves.
                Annotations = { ["pulumi.com/skipAwait"] = "true" },
            },
            Spec = new Apps.DaemonSetSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = ManagedBy.Selector(component, "model-cache") },
                // All nodes at once: a pod is ready only when its node is filled, which takes minutes, and what the old one filled stays.
                UpdateStrategy = new Apps.DaemonSetUpdateStrategyArgs
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new Apps.RollingUpdateDaemonSetArgs { MaxUnavailable = "100%" },
                },
                Template = new CoreV1.PodTemplateSpecArgs
                {
                    Metadata = new Meta.ObjectMetaArgs { Labels = ManagedBy.Labels(Name, component, "model-cache") },
                    Spec = pod,
                },
            },
        };
    }

    /// <summary>Pools in an order that doesn't depend on who listed them.</summary>
    public static List<PoolReferenceArgs> Ordered(IEnumerable<PoolReferenceArgs> pools) => [.. pools.OrderBy(pool => pool.Name, StringComparer.Ordinal)];

    private static CoreV1.PodSpecArgs Pod(ModelCacheArgs args) => new()
    {
        ServiceAccountName = ModelCacheArgs.ServiceAccount,
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        TerminationGracePeriodSeconds = 5,
        // Root, but without any capability: the kubelet makes the directory, and it belongs to root.
        SecurityContext = new CoreV1.PodSecurityContextArgs { RunAsUser = 0, RunAsGroup = 0, SeccompProfile = new CoreV1.SeccompProfileArgs { Type = "RuntimeDefault" } },
        Containers =
        {
            new CoreV1.ContainerArgs
            {
                Name = "fill",
                Image = ImageCacheArgs.Reference(args.ImageCache, Pins.AwsCli),
                Command = new[] { "sh", "-c", Fill },
                Env = new[]
                {
                    Variable("AWS_REGION", args.Region),
                    Variable("CACHE_DIRECTORY", CacheLayout.MountPath),
                    // The CLI writes its cache to the home directory, and the root file system is read-only.
                    Variable("HOME", "/tmp"),
                    Variable("MODELS", Models(args.Models)),
                },
                Resources = new CoreV1.ResourceRequirementsArgs
                {
                    // As the init container that it saves every pod: the CLI copies several files at a time.
                    Requests = { ["cpu"] = "250m", ["memory"] = "256Mi" },
                    Limits = { ["memory"] = "1Gi" },
                },
                ReadinessProbe = new CoreV1.ProbeArgs
                {
                    Exec = new CoreV1.ExecActionArgs { Command = _isFilled },
                    PeriodSeconds = 10,
                },
                SecurityContext = PodSecurity.Container(),
                VolumeMounts =
                {
                    new CoreV1.VolumeMountArgs { Name = CacheVolume, MountPath = CacheLayout.MountPath },
                    new CoreV1.VolumeMountArgs { Name = ScratchVolume, MountPath = "/tmp" },
                },
            },
        },
        Volumes =
        {
            new CoreV1.VolumeArgs { Name = CacheVolume, HostPath = new CoreV1.HostPathVolumeSourceArgs { Path = CacheLayout.HostDirectory, Type = "DirectoryOrCreate" } },
            new CoreV1.VolumeArgs { Name = ScratchVolume, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = "64Mi" } },
        },
    };

    private static Input<CoreV1.EnvVarArgs> Variable(string name, Input<string> value) => new CoreV1.EnvVarArgs { Name = name, Value = value };

    private static Output<string> Models(IEnumerable<CachedModelArgs> models) => Output
        .All(models.Select(model => Output.Format($"{model.Directory} {Bytes(model)} {model.S3Uri}")))
        .Apply(lines => string.Join('\n', lines));

    private static string Bytes(CachedModelArgs model) =>
        (ByteSize.TryParse(model.Size, out var size) ? size.Bytes : 0).ToString(CultureInfo.InvariantCulture);
}
