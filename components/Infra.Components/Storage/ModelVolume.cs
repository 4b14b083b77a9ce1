using Infra.Components.Shared;
using Infra.Components.Storage.Volumes;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Storage;

/// <summary>A volume for models and data, of any kind, as a claim that pods mount.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-claim           the claim
/// NAME-class           ebs: storage class of this disk
/// NAME-volume          efs, lustre, nfs, s3: the volume of what exists
/// NAME-file-system     efs, lustre: encrypted
/// NAME-security-group  efs, lustre: nodes may come in
/// NAME-address-ZONE    efs: an address in every zone
/// NAME-access-point    efs: a directory that belongs to the pods' user
/// NAME-backup          efs: daily backups where it is protected
/// NAME-link            lustre: the bucket that fills it
/// </code>
/// The drivers are add-ons of the cluster: name them in <c>DependsOn</c>, so that claims come after them and go before them.
/// </remarks>
public sealed class ModelVolume : ComponentResource
{
    /// <summary>Name of the claim; known once the claim is made.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; }

    /// <summary>ARN of the file system of EFS; empty for every other kind.</summary>
    [Output("fileSystemArn")]
    public Output<string> FileSystemArn { get; private set; } = Output.Create("");

    /// <summary>Declares the volume.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message names every problem.</exception>
    public ModelVolume(string name, ModelVolumeArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ModelVolume, name, args, options)
    {
        var problems = new ConfigProblems();
        var spec = ModelVolumeCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.ModelVolume);
        ClaimName = Create(spec!, options).Metadata.Apply(metadata => metadata.Name);
        RegisterOutputs();
    }

    private K8s.Core.V1.PersistentVolumeClaim Create(VolumeSpec spec, ComponentResourceOptions? options) => spec.Args switch
    {
        { Ebs: { } ebs } => EbsVolume.Create(this, spec, ebs, options),
        { Efs: { } efs } => CreateEfs(spec, efs, options),
        { Lustre: { } lustre } => LustreVolume.Create(this, spec, lustre, options),
        { Nfs: { } nfs } => NfsVolume.Create(this, spec, nfs, options),
        { S3: { } bucket } => BucketVolume.Create(this, spec, bucket, options),
        _ => VolumeClaims.OfClass(spec, spec.Args.StorageClass!.Name, Children.Root(this, options)),
    };

    private K8s.Core.V1.PersistentVolumeClaim CreateEfs(VolumeSpec spec, EfsVolumeArgs efs, ComponentResourceOptions? options)
    {
        var (claim, arn) = EfsVolume.Create(this, spec, efs, options);
        FileSystemArn = arn;
        return claim;
    }
}
