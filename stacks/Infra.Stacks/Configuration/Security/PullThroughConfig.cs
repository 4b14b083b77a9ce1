using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A public registry whose images the account's own registry fetches by itself at the first pull: <c>quay.io/team/words:2</c> is then <c>ACCOUNT.dkr.ecr.REGION.amazonaws.com/quay.io/team/words:2</c>, too.</summary>
public sealed record PullThroughConfig
{
    /// <summary>The registry, as images name it: docker.io, ghcr.io, public.ecr.aws, quay.io or registry.k8s.io.</summary>
    public required string Registry { get; init; }

    /// <summary>
    /// ARN of the secret in AWS Secrets Manager with which ECR logs in, of the region and account of <c>aws</c>; its name begins with <c>ecr-pullthroughcache/</c>. Needed for docker.io and ghcr.io. Default: none.
    /// </summary>
    [Matches(
        "arn:aws:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:ecr-pullthroughcache/[A-Za-z0-9/_+=.@-]+",
        "the ARN of a secret whose name begins with ecr-pullthroughcache/, such as arn:aws:secretsmanager:us-west-2:123456789012:secret:ecr-pullthroughcache/docker-hub-AbCdEf")]
    public string? CredentialArn { get; init; }
}
