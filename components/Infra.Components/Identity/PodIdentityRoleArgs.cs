using Pulumi;

namespace Infra.Components.Identity;

/// <summary>Inputs of <see cref="PodIdentityRole"/>.</summary>
public sealed class PodIdentityRoleArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, which must run the Pod Identity agent add-on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Namespace of the service account.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Service account whose pods take on the role.</summary>
    [Input("serviceAccount", required: true)]
    public required Input<string> ServiceAccount { get; init; }

    /// <summary>IAM policy document (JSON) that says what the pods may do.</summary>
    [Input("policy", required: true)]
    public required Input<string> Policy { get; init; }
}
