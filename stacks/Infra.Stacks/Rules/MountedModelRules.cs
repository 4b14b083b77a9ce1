using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Storage;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of a model that is mounted and not copied: every replica can mount it, wherever it may run.</summary>
internal static class MountedModelRules
{
    // Kubernetes documentation, "Use an Image Volume With a Pod": beta from 1.33, on by default from 1.35.
    internal const int LeastMinorForImages = 35;

    public static void Check(string path, ModelConfig model, PlatformSettings settings, KnownNames volumes, ConfigProblems problems)
    {
        switch (model.ParsedSource)
        {
            case ModelSource.Pvc pvc:
                volumes.Check(ConfigPath.Key(path, "source"), pvc.Volume, problems);
                if (settings.Storage.Volumes.FirstOrDefault(volume => volume.Name == pvc.Volume) is { Kind: { } kind } volume)
                {
                    CheckReplicas(path, model, volume, problems);
                    CheckPools(path, model.Pools, volume, kind, settings, "the model's", "a replica", problems);
                }

                break;
            case ModelSource.Oci when LacksImageVolumes(settings):
                problems.Add(
                    ConfigPath.Key(path, "source"),
                    $"an image as a volume needs Kubernetes 1.{LeastMinorForImages}, where it is on by default, and the cluster has {settings.KubernetesVersion}; take the model from s3://BUCKET/PATH, or upgrade");
                break;
        }
    }

    /// <summary>Whether images can't be mounted in the cluster.</summary>
    public static bool LacksImageVolumes(PlatformSettings settings) => Minor(settings.KubernetesVersion) is < LeastMinorForImages;

    private static void CheckReplicas(string path, ModelConfig model, VolumeConfig volume, ConfigProblems problems)
    {
        var (replicas, key) = model.Autoscaling is { } autoscaling ? (autoscaling.Max, "autoscaling.max") : (model.Replicas ?? 1, "replicas");
        if (replicas > 1 && volume.Access == VolumeAccess.ReadWriteOnce && !problems.Cover($"{path}.{key}"))
        {
            problems.Add(
                $"{path}.{key}",
                $"{replicas} replicas, but the volume '{volume.Name}' is readWriteOnce: one node has it, and a replica on another would wait for it for ever; ask for one, or use a volume that nodes share ({VolumeKinds.Shared})");
        }
    }

    /// <summary>Every pool reaches the volume.</summary>
    /// <param name="path">Path of what has the pools.</param>
    /// <param name="pools">Their names.</param>
    /// <param name="volume">The volume.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="settings">The configuration.</param>
    /// <param name="whose">Whose volume it is, for messages.</param>
    /// <param name="pod">What mounts it, for messages.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckPools(
        string path, ImmutableArray<string> pools, VolumeConfig volume, VolumeKind kind, PlatformSettings settings, string whose, string pod, ConfigProblems problems)
    {
        for (var i = 0; i < pools.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "pools"), i);
            if (VolumeKinds.IsOfAws(kind) && settings.EdgePools.Any(pool => pool.Name == pools[i]))
            {
                problems.Add(at, $"{whose} volume '{volume.Name}' lies in AWS ({VolumeKinds.Name(kind)}), and nodes outside can't mount it; use nfs or storageClass, or name pools in AWS");
            }

            if (volume.Ebs is { Zone: var zone }
                && settings.Pools.FirstOrDefault(pool => pool.Name == pools[i]) is { ExistingNodes: null } pool
                && PoolSpecs.Of(pool, settings).Zones is { Count: > 0 } zones
                && zones.Any(other => other != zone))
            {
                problems.Add(
                    at,
                    $"{whose} volume '{volume.Name}' is a disk in {zone}, but this pool has nodes in {string.Join(", ", zones)}: on a node of another zone {pod} would never start; "
                    + $"give the pool zones: [{zone}], or use a volume that zones share ({VolumeKinds.Shared})");
            }
        }
    }

    private static int? Minor(string? version) =>
        version?.Split('.') is [_, var minor, ..] && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
