using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Registry;

/// <summary>A volume of one pod.</summary>
internal static class RegistryVolume
{
    // A class that binds when a pod comes leaves the claim pending until then; an update would wait for it, and the pod for the update.
    private const string SkipAwait = "pulumi.com/skipAwait";

    /// <summary>Declares the claim.</summary>
    public static PersistentVolumeClaim Create(string resourceName, ObjectMetaArgs metadata, string size, string? storageClass, bool protect, CustomResourceOptions options)
    {
        metadata.Annotations = new InputMap<string> { [SkipAwait] = "true" };
        options.Protect = protect;
        options.RetainOnDelete = protect;
        var spec = new PersistentVolumeClaimSpecArgs
        {
            AccessModes = { "ReadWriteOnce" },
            Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = size } },
        };
        if (storageClass is not null)
        {
            spec.StorageClassName = storageClass;
        }

        return new PersistentVolumeClaim(resourceName, new PersistentVolumeClaimArgs { Metadata = metadata, Spec = spec }, options);
    }
}
