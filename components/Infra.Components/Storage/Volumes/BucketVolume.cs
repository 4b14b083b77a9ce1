using Infra.Components.Shared;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Storage.Volumes;

/// <summary>The volume of a bucket (awslabs/mountpoint-s3-csi-driver, examples/kubernetes/static_provisioning).</summary>
internal static class BucketVolume
{
    public static K8s.Core.V1.PersistentVolumeClaim Create(ComponentResource parent, VolumeSpec spec, BucketVolumeArgs args, ComponentResourceOptions? options)
    {
        var source = new CoreV1.PersistentVolumeSpecArgs
        {
            // The one that mounts is another user than the pods.
            MountOptions = { "read-only", "allow-other", $"region {args.Region}" },
            Csi = new CoreV1.CSIPersistentVolumeSourceArgs
            {
                Driver = "s3.csi.aws.com",
                // Only has to be unique.
                VolumeHandle = spec.GlobalName,
                VolumeAttributes = { ["bucketName"] = args.BucketName },
            },
        };
        if (args.Path.Length > 0)
        {
            source.MountOptions.Add($"prefix {args.Path}/");
        }

        return VolumeClaims.Static(parent, spec, source, Children.Root(parent, options));
    }
}
