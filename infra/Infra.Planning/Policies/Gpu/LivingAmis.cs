using Infra.Core.Catalog;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Nodes start from an image that still gets security fixes.</summary>
internal sealed class LivingAmis : IPolicyRule
{
    private const string EndOfAl2 = "AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26";

    public RuleDescription About { get; } = new(
        "GPU010",
        PolicySeverity.Error,
        "No node starts from Amazon Linux 2",
        "AL2 images for EKS ended on 2025-11-26: there is none for Kubernetes 1.33 and later, no new NVIDIA driver and no security fix.",
        "awslabs/amazon-eks-ami, README, \"AL2 end of support\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfType(PolicyPools.NodeGroup).SelectMany(group => group.Judge(group["amiType"], OfGroup)).Concat(context.OfKind("EC2NodeClass").SelectMany(OfClass));

    private static string? OfGroup(Field ami) =>
        ami.Text is { } name && AmiTypes.TryGet(name, out var type) && type.RetiredBecause is { } why ? $"{why}; use {type.Replacement}" : null;

    private static IEnumerable<Verdict> OfClass(PolicySubject nodeClass) =>
        nodeClass["spec", "amiSelectorTerms"].Items.Select(term => term["alias"]).Append(nodeClass["spec", "amiFamily"])
            .SelectMany(field => nodeClass.Judge(field, alias => alias.Text == "AL2" || alias.Text?.StartsWith("al2@", StringComparison.Ordinal) == true ? $"{EndOfAl2}; use al2023@ and a version" : null));
}
