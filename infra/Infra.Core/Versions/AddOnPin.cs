namespace Infra.Core.Versions;

/// <summary>An add-on that EKS manages, for clusters of one Kubernetes version.</summary>
/// <param name="AddOn">Name in the EKS API, e.g. <c>vpc-cni</c>.</param>
/// <param name="KubernetesVersion">Minor version of the cluster, e.g. <c>1.35</c>.</param>
/// <param name="Version">Version of the add-on, e.g. <c>v1.21.1-eksbuild.3</c>.</param>
/// <param name="Source">Where it was read that EKS offers this version for that cluster.</param>
/// <param name="AsOf">When that was so.</param>
public sealed record AddOnPin(string AddOn, string KubernetesVersion, string Version, string Source, string AsOf) : Pin(Source, AsOf);
