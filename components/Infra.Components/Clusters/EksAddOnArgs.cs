using Infra.Components.Footprints;
using Infra.Core;
using Infra.Core.Clusters;
using Pulumi;

namespace Infra.Components.Clusters;

/// <summary>Inputs of <see cref="EksAddOn"/>.</summary>
public sealed class EksAddOnArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Name of the add-on in the EKS API, e.g. <c>vpc-cni</c>. Changing it replaces the add-on.</summary>
    [Input("addOn", required: true)]
    public required string AddOn { get; init; }

    /// <summary>Version, e.g. <c>v1.21.1-eksbuild.3</c>. Default: none; EKS takes its default for the cluster's version when it makes the add-on, and leaves it there.</summary>
    [Input("version")]
    public string? Version { get; init; }

    /// <summary>Configuration values (JSON) by the add-on's own schema. Default: none.</summary>
    [Input("configuration")]
    public string? Configuration { get; init; }

    /// <summary>
    /// Service accounts in <c>kube-system</c> whose pods take on a role through EKS Pod Identity; the cluster must run the Pod Identity agent. Default:
    /// none; the add-on then has no role.
    /// </summary>
    [Input("serviceAccounts")]
    public List<string> ServiceAccounts { get; init; } = [];

    /// <summary>ARNs of the policies of AWS that the add-on's role has. Default: none.</summary>
    [Input("policyArns")]
    public List<string> PolicyArns { get; init; } = [];

    /// <summary>IAM policy document (JSON) of the add-on's role. Default: none.</summary>
    [Input("policy")]
    public Input<string>? Policy { get; init; }

    /// <summary>ARN of an existing IAM role that these service accounts take on instead. Default: none; the add-on then has a role of its own.</summary>
    [Input("roleArn")]
    public Input<string>? RoleArn { get; init; }

    /// <summary>Whether the software stays in the cluster when the add-on is deleted. Default: false.</summary>
    [Input("preserve")]
    public bool Preserve { get; init; }

    /// <summary>Derived: the pods that the add-on makes; empty for one that <see cref="EksAddOns"/> doesn't know.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => EksAddOns.TryGet(AddOn, out var known) ? PodFootprintArgs.From(known.Footprint) : [];
}
