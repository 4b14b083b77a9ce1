using System.Reflection;
using Pulumi.Utilities;

namespace Pulumi.Conformance.Tests;

/// <summary>What each provider class adds to the options that it is given; facts from the packages' sources (Kubernetes 4.32.0, AWS 7).</summary>
public sealed class ProviderOptionsTests
{
    [Fact]
    public async Task Kubernetes() => Assert.Equal(
        [
            "Pulumi.Kubernetes.AdmissionRegistration.V1.ValidatingAdmissionPolicy: formerly kubernetes:admissionregistration.k8s.io/v1alpha1:ValidatingAdmissionPolicy, kubernetes:admissionregistration.k8s.io/v1beta1:ValidatingAdmissionPolicy",
            "Pulumi.Kubernetes.AdmissionRegistration.V1.ValidatingAdmissionPolicyBinding: formerly kubernetes:admissionregistration.k8s.io/v1alpha1:ValidatingAdmissionPolicyBinding, kubernetes:admissionregistration.k8s.io/v1beta1:ValidatingAdmissionPolicyBinding",
            "Pulumi.Kubernetes.Apps.V1.DaemonSet: formerly kubernetes:apps/v1beta2:DaemonSet, kubernetes:extensions/v1beta1:DaemonSet",
            "Pulumi.Kubernetes.Apps.V1.Deployment: formerly kubernetes:apps/v1beta1:Deployment, kubernetes:apps/v1beta2:Deployment, kubernetes:extensions/v1beta1:Deployment",
            "Pulumi.Kubernetes.Apps.V1.StatefulSet: formerly kubernetes:apps/v1beta1:StatefulSet, kubernetes:apps/v1beta2:StatefulSet",
            "Pulumi.Kubernetes.Autoscaling.V2.HorizontalPodAutoscaler: formerly kubernetes:autoscaling/v1:HorizontalPodAutoscaler, "
                + "kubernetes:autoscaling/v2beta1:HorizontalPodAutoscaler, kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler",
            "Pulumi.Kubernetes.Batch.V1.CronJob: formerly kubernetes:batch/v1beta1:CronJob, kubernetes:batch/v2alpha1:CronJob",
            "Pulumi.Kubernetes.Batch.V1.Job:",
            "Pulumi.Kubernetes.Core.V1.ConfigMap:",
            "Pulumi.Kubernetes.Core.V1.LimitRange:",
            "Pulumi.Kubernetes.Core.V1.Namespace:",
            "Pulumi.Kubernetes.Core.V1.PersistentVolume:",
            "Pulumi.Kubernetes.Core.V1.PersistentVolumeClaim:",
            "Pulumi.Kubernetes.Core.V1.ResourceQuota:",
            "Pulumi.Kubernetes.Core.V1.Secret: secret data, stringData",
            "Pulumi.Kubernetes.Core.V1.Service:",
            "Pulumi.Kubernetes.Core.V1.ServiceAccount:",
            "Pulumi.Kubernetes.Helm.V3.Release:",
            "Pulumi.Kubernetes.Networking.V1.Ingress: formerly kubernetes:extensions/v1beta1:Ingress, kubernetes:networking.k8s.io/v1beta1:Ingress",
            "Pulumi.Kubernetes.Networking.V1.IngressClass: formerly kubernetes:networking.k8s.io/v1beta1:IngressClass",
            "Pulumi.Kubernetes.Networking.V1.NetworkPolicy: formerly kubernetes:extensions/v1beta1:NetworkPolicy",
            "Pulumi.Kubernetes.Policy.V1.PodDisruptionBudget: formerly kubernetes:policy/v1beta1:PodDisruptionBudget",
            "Pulumi.Kubernetes.Provider:",
            "Pulumi.Kubernetes.Rbac.V1.Role: formerly kubernetes:rbac.authorization.k8s.io/v1alpha1:Role, kubernetes:rbac.authorization.k8s.io/v1beta1:Role",
            "Pulumi.Kubernetes.Rbac.V1.RoleBinding: formerly kubernetes:rbac.authorization.k8s.io/v1alpha1:RoleBinding, kubernetes:rbac.authorization.k8s.io/v1beta1:RoleBinding",
            "Pulumi.Kubernetes.Scheduling.V1.PriorityClass: formerly kubernetes:scheduling.k8s.io/v1alpha1:PriorityClass, kubernetes:scheduling.k8s.io/v1beta1:PriorityClass",
            "Pulumi.Kubernetes.Storage.V1.StorageClass: formerly kubernetes:storage.k8s.io/v1beta1:StorageClass",
        ],
        await AddedBy(PackageUnderTest.Kubernetes.Assembly));

    [Fact]
    public async Task Aws() => Assert.Equal(
        [
            "Pulumi.Aws.Amp.Workspace:",
            "Pulumi.Aws.Backup.Plan:",
            "Pulumi.Aws.Backup.RestoreTestingPlan:",
            "Pulumi.Aws.Backup.RestoreTestingSelection:",
            "Pulumi.Aws.Backup.Selection:",
            "Pulumi.Aws.Backup.Vault:",
            "Pulumi.Aws.Backup.VaultLockConfiguration:",
            "Pulumi.Aws.Budgets.Budget:",
            "Pulumi.Aws.CloudWatch.EventRule:",
            "Pulumi.Aws.CloudWatch.EventTarget:",
            "Pulumi.Aws.CloudWatch.LogGroup:",
            "Pulumi.Aws.Ec2.Eip:",
            "Pulumi.Aws.Ec2.FlowLog:",
            "Pulumi.Aws.Ec2.InternetGateway:",
            "Pulumi.Aws.Ec2.LaunchTemplate:",
            "Pulumi.Aws.Ec2.NatGateway:",
            "Pulumi.Aws.Ec2.PlacementGroup:",
            "Pulumi.Aws.Ec2.Route:",
            "Pulumi.Aws.Ec2.RouteTable:",
            "Pulumi.Aws.Ec2.RouteTableAssociation:",
            "Pulumi.Aws.Ec2.SecurityGroup:",
            "Pulumi.Aws.Ec2.Subnet:",
            "Pulumi.Aws.Ec2.Vpc:",
            "Pulumi.Aws.Ec2.VpcEndpoint:",
            "Pulumi.Aws.Ec2.VpcIpv4CidrBlockAssociation:",
            "Pulumi.Aws.Ecr.LifecyclePolicy:",
            "Pulumi.Aws.Ecr.PullThroughCacheRule:",
            "Pulumi.Aws.Ecr.Repository:",
            "Pulumi.Aws.Efs.AccessPoint:",
            "Pulumi.Aws.Efs.BackupPolicy:",
            "Pulumi.Aws.Efs.FileSystem:",
            "Pulumi.Aws.Efs.MountTarget:",
            "Pulumi.Aws.Eks.AccessEntry:",
            "Pulumi.Aws.Eks.AccessPolicyAssociation:",
            "Pulumi.Aws.Eks.Addon:",
            "Pulumi.Aws.Eks.Cluster:",
            "Pulumi.Aws.Eks.NodeGroup:",
            "Pulumi.Aws.Eks.PodIdentityAssociation:",
            "Pulumi.Aws.ElastiCache.ServerlessCache:",
            "Pulumi.Aws.ElastiCache.User: secret passwords, passwordsWo",
            "Pulumi.Aws.ElastiCache.UserGroup:",
            "Pulumi.Aws.Fsx.DataRepositoryAssociation:",
            "Pulumi.Aws.Fsx.LustreFileSystem:",
            "Pulumi.Aws.Iam.OpenIdConnectProvider:",
            "Pulumi.Aws.Iam.Policy:",
            "Pulumi.Aws.Iam.Role:",
            "Pulumi.Aws.Iam.RolePolicy:",
            "Pulumi.Aws.Iam.RolePolicyAttachment:",
            "Pulumi.Aws.Kms.Alias:",
            "Pulumi.Aws.Kms.Key:",
            "Pulumi.Aws.Provider: secret accessKey, secretKey, token",
            "Pulumi.Aws.Rds.Instance: secret password",
            "Pulumi.Aws.Rds.SubnetGroup:",
            "Pulumi.Aws.S3.Bucket: formerly aws:s3/bucketV2:BucketV2",
            "Pulumi.Aws.S3.BucketLifecycleConfiguration: formerly aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
            "Pulumi.Aws.S3.BucketLogging: formerly aws:s3/bucketLoggingV2:BucketLoggingV2",
            "Pulumi.Aws.S3.BucketObjectLockConfiguration: formerly aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
            "Pulumi.Aws.S3.BucketOwnershipControls:",
            "Pulumi.Aws.S3.BucketPolicy:",
            "Pulumi.Aws.S3.BucketPublicAccessBlock:",
            "Pulumi.Aws.S3.BucketReplicationConfig:",
            "Pulumi.Aws.S3.BucketServerSideEncryptionConfiguration: formerly aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
            "Pulumi.Aws.S3.BucketVersioning: formerly aws:s3/bucketVersioningV2:BucketVersioningV2",
            "Pulumi.Aws.Sqs.Queue:",
            "Pulumi.Aws.Sqs.QueuePolicy:",
        ],
        await AddedBy(PackageUnderTest.Aws.Assembly));

    [Fact]
    public async Task Random() => Assert.Equal(
        ["Pulumi.Random.Provider:", "Pulumi.Random.RandomPassword: secret bcryptHash, result"],
        await AddedBy(PackageUnderTest.Random.Assembly));

    /// <summary>Sees the options as a transformation does, which needs no valid arguments.</summary>
    private static async Task<IReadOnlyList<string>> AddedBy(Assembly package)
    {
        var seen = new List<string>();
        foreach (var type in ReflectedAssembly.PublicTypes(package).Where(type => WireDisplay.Token(type) is not null))
        {
            var options = new CustomResourceOptions { Aliases = { new Alias { Type = "given" } } };
            options.ResourceTransformations.Add(args =>
            {
                seen.Add($"{type.FullName}:{Show((CustomResourceOptions)args.Options)}");
                return null;
            });
            await Record.ExceptionAsync(() => RecordingMocks.RunAsync(() => Activator.CreateInstance(type, "x", null, options)));
        }

        return seen;
    }

    private static string Show(CustomResourceOptions options)
    {
        var former = options.Aliases.SkipLast(1).Select(TypeOf).ToList();
        Assert.Equal("given", TypeOf(options.Aliases[^1]));
        return (former.Count == 0 ? "" : " formerly " + string.Join(", ", former))
            + (options.AdditionalSecretOutputs.Count == 0 ? "" : " secret " + string.Join(", ", options.AdditionalSecretOutputs));
    }

    private static string TypeOf(Input<Alias> alias) => OutputUtilities.GetValueAsync(alias.Apply(value => value.Type.ToOutput())).Result;
}
