using System.Collections.Immutable;

namespace Infra.Core.Versions;

/// <summary>
/// Versions of the add-ons that EKS manages. EKS publishes them by API alone (<c>aws eks describe-addon-versions</c>) and in tables of its user guide,
/// whose public repository stops in 2024: the versions were read where others wrote down what EKS told them. For an add-on that is missing for a
/// Kubernetes version nothing of that kind was found, and EKS takes its default.
/// </summary>
public static class AddOnPins
{
    private const string UserGuideTables = "tables of the EKS user guide, as copied in github.com/stackshy/cloudemu at a9310756, providers/aws/eks/addon_catalog.go";
    private const string Template135 = "github.com/devopscoop/aws-eks-template at 03f3e082, cluster/terraform.tfvars, which a script fills from the EKS API";
    private const string Template134 = "github.com/devopscoop/aws-eks-template at b5857d9d, cluster/terraform.tfvars, which a script fills from the EKS API";
    private const string Lock134 = "github.com/rapticore/ore-heaphound-deploy at 95681771, prerequisites.lock.json, recorded from the EKS API";

    /// <summary>All of them, the version of new clusters first.</summary>
    public static ImmutableArray<AddOnPin> All { get; } =
    [
        new("vpc-cni", "1.35", "v1.23.1-eksbuild.1", UserGuideTables, "2026-09-26"),
        new("coredns", "1.35", "v1.14.3-eksbuild.16", UserGuideTables, "2026-09-26"),
        new("kube-proxy", "1.35", "v1.35.3-eksbuild.25", UserGuideTables, "2026-09-26"),
        new("eks-pod-identity-agent", "1.35", "v1.4.0-eksbuild.1", Template135, "2026-09"),
        new("eks-node-monitoring-agent", "1.35", "v1.7.0-eksbuild.1", Template135, "2026-09"),
        new("metrics-server", "1.35", "v0.9.0-eksbuild.11", "a public Terraform configuration (cluster splitx-eks) with what describe-addon-versions gave for 1.35", "2026-09-23"),
        new("aws-ebs-csi-driver", "1.35", "v1.63.1-eksbuild.1", Template135, "2026-09"),
        new("snapshot-controller", "1.35", "v8.6.0-eksbuild.4", Template135, "2026-09"),
        new("aws-efs-csi-driver", "1.35", "v3.4.1-eksbuild.1", Template135, "2026-09"),
        new("aws-fsx-csi-driver", "1.35", "v1.9.0-eksbuild.1", "a public Terraform configuration of an EKS 1.35 cluster that lists it among verified facts; upstream tag v1.9.0", "2026-08"),
        new("aws-mountpoint-s3-csi-driver", "1.35", "v2.7.0-eksbuild.1", "a public security report on a comfyui-on-eks cluster: the newest that EKS offers for 1.35", "2026-08"),

        new("vpc-cni", "1.34", "v1.23.1-eksbuild.1", UserGuideTables, "2026-09-26"),
        new("coredns", "1.34", "v1.13.2-eksbuild.24", UserGuideTables, "2026-09-26"),
        new("kube-proxy", "1.34", "v1.34.6-eksbuild.25", UserGuideTables, "2026-09-26"),
        new("eks-pod-identity-agent", "1.34", "v1.3.10-eksbuild.3", Lock134, "2026-07-26"),
        new("metrics-server", "1.34", "v0.9.0-eksbuild.11", "a public Terraform configuration (cluster predictive-bench) with what describe-addon-versions gave for 1.34", "2026-09-20"),
        new("aws-ebs-csi-driver", "1.34", "v1.63.0-eksbuild.1", Lock134, "2026-07-26"),
        new("snapshot-controller", "1.34", "v8.5.0-eksbuild.3", Template134, "2026-04-18"),
        new("aws-efs-csi-driver", "1.34", "v3.4.0-eksbuild.1", Lock134, "2026-07-26"),

        new("vpc-cni", "1.36", "v1.23.1-eksbuild.1", UserGuideTables, "2026-09-26"),
        new("coredns", "1.36", "v1.14.3-eksbuild.16", UserGuideTables, "2026-09-26"),
        new("kube-proxy", "1.36", "v1.36.0-eksbuild.21", UserGuideTables, "2026-09-26"),
    ];

    private static readonly ImmutableDictionary<(string, string), AddOnPin> _byName = All.ToImmutableDictionary(pin => (pin.AddOn, pin.KubernetesVersion));

    /// <summary>The version of an add-on for a cluster; null where none was read.</summary>
    /// <param name="addOn">Name in the EKS API.</param>
    /// <param name="kubernetesVersion">Minor version of the cluster.</param>
    public static AddOnPin? For(string addOn, string kubernetesVersion) => _byName.GetValueOrDefault((addOn, kubernetesVersion));
}
