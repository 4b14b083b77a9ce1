using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Pools launch instance types that AWS still offers.</summary>
internal sealed class CurrentGpus : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU011",
        PolicySeverity.Warning,
        "No pool relies on an instance type that is retired or at its end",
        "AWS asked users to leave P3 (V100) by 2025-12-20 and EC2 no longer describes it; NVIDIA's driver 580 is the last for Volta, and new runtimes drop it. Nodes don't start, or start with software that can't run.",
        "zalando-incubator/kubernetes-on-aws PR #8685; dstackai/gpuhunt PR #233; NVIDIA/gpu-operator v26.7.0 release notes (driver 580 is the last for Volta)");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pool in context.Pools
        from verdict in pool.InstanceTypeField.IsHidden
            ? [pool.Subject.NotKnown(pool.InstanceTypeField)]
            : pool.Types.Where(type => type.Lifecycle.Status != LifecycleStatus.Current)
                .Select(type => pool.Subject.Finding(pool.InstanceTypeField, $"{LegacyRules.Describe(type)}; use {string.Join(" or ", type.Lifecycle.Replacements)}"))
        select verdict;
}
