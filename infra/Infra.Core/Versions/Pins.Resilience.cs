namespace Infra.Core.Versions;

/// <content>What backups and experiments use.</content>
public static partial class Pins
{
    /// <summary>Velero, which keeps objects of the cluster; version 1.18.1 of the program.</summary>
    public static readonly ChartPin Velero = new(
        "velero", "https://vmware-tanzu.github.io/helm-charts", "12.1.0", "github.com/vmware-tanzu/helm-charts at 519e788, charts/velero/Chart.yaml", "2026-06-19");

    /// <summary>Velero's plugin for S3; 1.14 is for Velero 1.18 (github.com/velero-io/velero-plugin-for-aws, README, "Compatibility").</summary>
    public static readonly ImagePin VeleroAwsPlugin = new(
        "docker.io/velero/velero-plugin-for-aws", "v1.14.2", "the tag in public repositories that run it with Velero 1.18", "2026-11");

    /// <summary>kubectl, with which backups are tried; one minor version apart from the cluster's is allowed (kubernetes.io, "Version Skew Policy").</summary>
    public static readonly ImagePin Kubectl = new(
        "registry.k8s.io/kubectl", "v1.34.5", "github.com/vmware-tanzu/helm-charts at 519e788, charts/velero/values.yaml, kubectl.image", "2026-06-19");

    /// <summary>Chaos Mesh, which breaks things on purpose; version 2.8.3 of the program.</summary>
    public static readonly ChartPin ChaosMesh = new(
        "chaos-mesh", "https://charts.chaos-mesh.org", "2.8.3", "github.com/chaos-mesh/chaos-mesh, tag v2.8.3, helm/chaos-mesh", "2026-06-08");
}
