using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary><c>NodeClass</c> of EKS Auto Mode (eks.amazonaws.com/v1). AWS publishes no definition of it; the fields are those of the EKS user guide, "Create a Node Class".</summary>
public sealed class EksNodeClass(string name, EksNodeClassArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
