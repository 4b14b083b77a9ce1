using Pulumi;

namespace Infra.Components.Security.Registry;

/// <summary>A public registry whose images ECR fetches by itself; they stand below a prefix that is the registry's own name.</summary>
public sealed class PullThroughArgs : ResourceArgs
{
    /// <summary>The registry, as images name it, e.g. <c>quay.io</c>; one of <see cref="Core.Security.UpstreamRegistries"/>.</summary>
    [Input("registry", required: true)]
    public required string Registry { get; init; }

    /// <summary>ARN of a secret in AWS Secrets Manager whose name begins with <c>ecr-pullthroughcache/</c>; for registries where ECR has to log in. Default: none.</summary>
    [Input("credentialArn")]
    public string? CredentialArn { get; init; }
}
