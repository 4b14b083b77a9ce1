using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A pool of spot nodes can be of several types.</summary>
internal sealed class SpotHasAlternatives : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL013",
        PolicySeverity.Warning,
        "A spot pool names two instance types or more",
        "GPU capacity runs out by type and zone. With one type the pool fails with InsufficientInstanceCapacity at the hour when everybody wants it, and an interruption finds no replacement.",
        "aws/karpenter-provider-aws #5578; EKS best practices guide, \"Be flexible with instance types\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pool in context.Pools
        where pool is { IsSpot: true, InstanceTypes.Length: 1 }
        select pool.Subject.Finding(pool.InstanceTypeField, $"relies on spot capacity of {pool.InstanceTypes[0]} alone; name a second type with the same GPU, or buy on demand");
}
