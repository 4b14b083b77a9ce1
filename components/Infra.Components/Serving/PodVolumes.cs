using Infra.Components.Storage.Cache;
using Infra.Core.Serving;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>The volumes of a model's pod, and who mounts them.</summary>
internal static class PodVolumes
{
    private const string Model = "model";
    private const string Configuration = "config";
    private const string Scratch = "tmp";
    private const string SharedMemory = "shm";

    /// <summary>All volumes.</summary>
    public static InputList<CoreV1.VolumeArgs> Of(ServingSpec spec)
    {
        var volumes = new InputList<CoreV1.VolumeArgs>();
        if (spec.ModelVolume is { } size)
        {
            volumes.Add(new CoreV1.VolumeArgs { Name = Model, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = size.ToString() } });
        }
        else if (Mounted(spec.Source) is { } mounted)
        {
            volumes.Add(mounted);
        }

        if (!spec.Runtime.ConfigurationFiles.IsEmpty)
        {
            volumes.Add(new CoreV1.VolumeArgs { Name = Configuration, ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs { Name = spec.Args.Model } });
        }

        volumes.Add(new CoreV1.VolumeArgs { Name = Scratch, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = spec.Runtime.Scratch.ToString() } });
        if (spec.Runtime.SharedMemory is { } shared)
        {
            // It counts as memory of the container that writes to it.
            volumes.Add(new CoreV1.VolumeArgs { Name = SharedMemory, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { Medium = "Memory", SizeLimit = shared.ToString() } });
        }

        return volumes;
    }

    /// <summary>What the server mounts.</summary>
    public static InputList<CoreV1.VolumeMountArgs> OfServer(ServingSpec spec)
    {
        var runtime = spec.Runtime;
        var mounts = new InputList<CoreV1.VolumeMountArgs>();
        if (spec.ModelVolume is not null)
        {
            mounts.Add(runtime.FetchesModel ? Mount(Model, runtime.ModelDirectory) : ReadOnly(Model, runtime.ModelDirectory));
        }
        else if (Mounted(spec.Source) is not null)
        {
            var model = ReadOnly(Model, runtime.ModelDirectory);
            // Without it the whole volume is mounted.
            model.SubPath = (spec.Source!.Cache?.Directory ?? spec.Source.Volume?.Path) is { Length: > 0 } path ? (Input<string>)path : null;
            mounts.Add(model);
        }

        if (!runtime.ConfigurationFiles.IsEmpty && !runtime.ConfiguresModels)
        {
            mounts.Add(ReadOnly(Configuration, runtime.ConfigurationDirectory));
        }

        mounts.Add(Mount(Scratch, "/tmp"));
        if (runtime.SharedMemory is not null)
        {
            mounts.Add(Mount(SharedMemory, "/dev/shm"));
        }

        return mounts;
    }

    /// <summary>What the download mounts.</summary>
    public static InputList<CoreV1.VolumeMountArgs> OfDownload(RuntimeSpec runtime)
    {
        var mounts = new InputList<CoreV1.VolumeMountArgs> { Mount(Model, runtime.ModelDirectory), Mount(Scratch, "/tmp") };
        if (ConfiguresModels(runtime))
        {
            mounts.Add(ReadOnly(Configuration, runtime.ConfigurationDirectory));
        }

        return mounts;
    }

    /// <summary>What the container mounts that waits for a cache: all of it.</summary>
    public static InputList<CoreV1.VolumeMountArgs> OfWait() => new() { ReadOnly(Model, CacheLayout.MountPath) };

    /// <summary>Whether the download puts configuration files to their models.</summary>
    public static bool ConfiguresModels(RuntimeSpec runtime) => runtime.ConfiguresModels && !runtime.ConfigurationFiles.IsEmpty;

    // Read-only in the volume too, not only for the container: the kubelet then leaves owners and modes of the files alone.
    private static CoreV1.VolumeArgs? Mounted(ModelSourceArgs? source) => source switch
    {
        { Volume: { } volume } => new CoreV1.VolumeArgs { Name = Model, PersistentVolumeClaim = new CoreV1.PersistentVolumeClaimVolumeSourceArgs { ClaimName = volume.ClaimName, ReadOnly = true } },
        { Cache: { } cache } => new CoreV1.VolumeArgs { Name = Model, PersistentVolumeClaim = new CoreV1.PersistentVolumeClaimVolumeSourceArgs { ClaimName = cache.ClaimName, ReadOnly = true } },
        { Image: { } image } => new CoreV1.VolumeArgs { Name = Model, Image = new CoreV1.ImageVolumeSourceArgs { Reference = image, PullPolicy = "IfNotPresent" } },
        _ => null,
    };

    private static CoreV1.VolumeMountArgs Mount(string volume, string path) => new() { Name = volume, MountPath = path };

    private static CoreV1.VolumeMountArgs ReadOnly(string volume, string path) => new() { Name = volume, MountPath = path, ReadOnly = true };
}
