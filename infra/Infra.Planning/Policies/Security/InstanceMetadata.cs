using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Pods don't get at the node's role.</summary>
internal sealed class InstanceMetadata : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC013",
        PolicySeverity.Error,
        "Nodes answer for their metadata to IMDSv2 alone, and not to pods",
        "A model server that fetches a URL of the caller's choice reads the node's credentials from 169.254.169.254: version 1 asks for no token, and a hop limit above 1 lets pods through.",
        "EKS best practices guide, \"Restrict access to the instance profile assigned to the worker node\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfType("aws:ec2/launchTemplate:LaunchTemplate").SelectMany(template => Of(template, template["metadataOptions"]))
            // Karpenter's own defaults are IMDSv2 and one hop.
            .Concat(context.OfKind("EC2NodeClass").Where(nodeClass => !nodeClass["spec", "metadataOptions"].IsAbsent).SelectMany(nodeClass => Of(nodeClass, nodeClass["spec", "metadataOptions"])));

    private static IEnumerable<Verdict> Of(PolicySubject subject, Field options) =>
        options["httpEndpoint"].Text == "disabled" ? [] :
        [
            .. subject.Judge(options["httpTokens"], tokens => tokens.Text == "required" ? null : $"httpTokens is {tokens.Text ?? "not set"}; set required"),
            .. subject.Judge(options["httpPutResponseHopLimit"], hops => hops.Number is null or 1 ? null : $"httpPutResponseHopLimit is {hops.Text}, which lets pods through; set 1"),
        ];
}
