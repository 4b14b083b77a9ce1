using Infra.Components.Shared;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Storage.Volumes;

/// <summary>Claims, and the volumes that are made for one claim alone.</summary>
internal static class VolumeClaims
{
    /// <summary>Says that no class makes the volume; without it the cluster's default class would.</summary>
    public const string NoClass = "";

    /// <summary>
    /// Options of a claim on a volume that no class makes: what it asks for is no limit, and Kubernetes refuses to change it (admission plugin PersistentVolumeClaimResize), so it stays as
    /// it was when the volume's size changes.
    /// </summary>
    public static CustomResourceOptions KeepingSize(CustomResourceOptions options)
    {
        options.IgnoreChanges.Add("spec.resources");
        return options;
    }

    /// <summary>A claim that a storage class answers.</summary>
    public static K8s.Core.V1.PersistentVolumeClaim OfClass(VolumeSpec spec, Input<string> storageClass, CustomResourceOptions options)
    {
        // The data is the claim's: with it goes the volume.
        options.Protect = spec.Args.Protect;
        return new K8s.Core.V1.PersistentVolumeClaim($"{spec.Name}-claim", Claim(spec, storageClass, null), options);
    }

    /// <summary>A volume of what exists, and its claim.</summary>
    /// <param name="parent">The component.</param>
    /// <param name="spec">The volume.</param>
    /// <param name="source">What it is of, and how it is mounted.</param>
    /// <param name="options">Options of the volume.</param>
    public static K8s.Core.V1.PersistentVolumeClaim Static(ComponentResource parent, VolumeSpec spec, CoreV1.PersistentVolumeSpecArgs source, CustomResourceOptions options)
    {
        source.Capacity = new InputMap<string> { ["storage"] = spec.Size.ToString() };
        source.AccessModes = $"{spec.Access}";
        source.StorageClassName = NoClass;
        source.PersistentVolumeReclaimPolicy = "Retain";
        // Nobody else's claim may have it.
        source.ClaimRef = new CoreV1.ObjectReferenceArgs { Namespace = spec.Args.Namespace, Name = spec.Args.VolumeName };
        foreach (var option in spec.Args.MountOptions)
        {
            source.MountOptions.Add(option);
        }

        var volume = new K8s.Core.V1.PersistentVolume($"{spec.Name}-volume", new CoreV1.PersistentVolumeArgs { Metadata = spec.Global(), Spec = source }, options);
        return new K8s.Core.V1.PersistentVolumeClaim($"{spec.Name}-claim", Claim(spec, NoClass, spec.GlobalName), KeepingSize(Children.Of(parent, volume)));
    }

    private static CoreV1.PersistentVolumeClaimArgs Claim(VolumeSpec spec, Input<string> storageClass, Output<string>? volume) => new()
    {
        Metadata = spec.Claim(),
        Spec = new CoreV1.PersistentVolumeClaimSpecArgs
        {
            AccessModes = $"{spec.Access}",
            StorageClassName = storageClass,
            VolumeName = volume is null ? null : (Input<string>)volume,
            Resources = new CoreV1.VolumeResourceRequirementsArgs { Requests = { ["storage"] = spec.Size.ToString() } },
        },
    };
}
