using Pulumi;

namespace Infra.Components.Monitoring.Logs;

/// <summary>The bucket of S3 in which <see cref="Loki"/> keeps logs.</summary>
public sealed class LokiBucketArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, which must run the Pod Identity agent add-on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Name of the bucket in S3, such as that of a <c>ModelBucket</c>; name its component in <c>DependsOn</c>.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>IAM policy document (JSON) that lets a role read and write it.</summary>
    [Input("policy", required: true)]
    public required Input<string> Policy { get; init; }

    /// <summary>Region of the bucket.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }
}
