using Infra.Components.Storage;
using Infra.TestKit;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Storage;

public sealed class EbsStorageClassTests
{
    [Theory]
    [InlineData(false, true, "ebs.csi.aws.com", "Retain", "")]
    [InlineData(true, false, "ebs.csi.eks.amazonaws.com", "Delete", """, "allowedTopologies": [ { "matchLabelExpressions": [ { "key": "eks.amazonaws.com/compute-type", "values": ["auto"] } ] } ]""")]
    public async Task It_is_of_the_driver_that_the_cluster_has(bool autoMode, bool protect, string provisioner, string reclaim, string places) => JsonAssert.Same(
        $$"""
        {
          "apiVersion": "storage.k8s.io/v1",
          "kind": "StorageClass",
          "metadata": {
            "name": "disks",
            "labels": { "app.kubernetes.io/name": "ebs", "app.kubernetes.io/instance": "disks", "app.kubernetes.io/component": "storage-class", "app.kubernetes.io/part-of": "gpu-inference", "app.kubernetes.io/managed-by": "pulumi" }
          },
          "provisioner": "{{provisioner}}",
          "parameters": { "type": "gp3", "encrypted": "true" },
          "allowVolumeExpansion": true,
          "reclaimPolicy": "{{reclaim}}",
          "volumeBindingMode": "WaitForFirstConsumer"{{places}}
        }
        """,
        (await Run(new EbsStorageClassArgs { ClassName = "disks", AutoMode = autoMode, Protect = protect }))["kubernetes:storage.k8s.io/v1:StorageClass", "ebs-class"].Inputs);

    [Fact]
    public async Task Its_name_is_one_of_Kubernetes() => Assert.Contains(
        "ebs.className: 'Disks' ",
        (await Assert.ThrowsAnyAsync<Exception>(() => Run(new EbsStorageClassArgs { ClassName = "Disks" }))).Message,
        StringComparison.Ordinal);

    private static Task<ComponentRun> Run(EbsStorageClassArgs args) =>
        ComponentHarness.RunAsync(() => _ = new EbsStorageClass("ebs", args, Samples.In(Samples.KubernetesProvider())));
}
