using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Nodes change when somebody says so.</summary>
internal sealed class NodesKeepTheirImage : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL016",
        PolicySeverity.Warning,
        "Karpenter's nodes start from a pinned image",
        "On the day that AWS publishes an image, every node drifts and is replaced, GPU nodes with their models too, and with a driver that nobody has tried.",
        "aws/karpenter-provider-aws #6862, #6952");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from nodeClass in context.OfKind("EC2NodeClass")
        from term in nodeClass["spec", "amiSelectorTerms"].Items
        from verdict in nodeClass.Judge(term["alias"], alias => alias.Text?.EndsWith("@latest", StringComparison.Ordinal) == true ? $"'{alias.Text}' floats; name a version, such as al2023@v20260903" : null)
        select verdict;
}
