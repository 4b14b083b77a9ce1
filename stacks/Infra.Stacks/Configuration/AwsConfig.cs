using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>The AWS account and region of the environment. Left out where nothing runs in AWS.</summary>
public sealed record AwsConfig
{
    /// <summary>Region of the commercial partition, e.g. <c>us-west-2</c>; China and GovCloud have ARNs of their own.</summary>
    [Matches(Regions.Pattern, Regions.Allowed)]
    public required string Region { get; init; }

    /// <summary>Account that the stack may touch; the provider refuses every other. Twelve digits, in quotes.</summary>
    [Matches("[0-9]{12}", "twelve digits in quotes, such as \"123456789012\"")]
    public required string AccountId { get; init; }

    /// <summary>
    /// ARN of the policy that limits every role which the stack makes, as the output <c>workloadBoundary</c> of examples/bootstrap says it; a deploy role that may make no others needs it. Default: none.
    /// </summary>
    [Matches("arn:aws:iam::[0-9]{12}:policy/[A-Za-z0-9+=,.@_/-]+", "the ARN of an IAM policy, such as arn:aws:iam::123456789012:policy/gpu-inference-workload-boundary")]
    public string? PermissionsBoundary { get; init; }

    /// <summary>Further tags of all AWS resources, beside project, environment and managed-by.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
