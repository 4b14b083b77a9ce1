using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A disk is made in the zone where its pod will run.</summary>
internal sealed class DisksFollowPods : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL008",
        PolicySeverity.Error,
        "Storage classes of EBS wait for the first consumer",
        "A disk that is made at once is made in some zone. The GPU that the pod needs is in another, and no node can ever have both.",
        "kubernetes.io, \"Storage Classes\", \"Volume Binding Mode\"; vllm-project/production-stack #37");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from storage in context.OfKind("StorageClass")
        where storage["provisioner"].Text is "ebs.csi.aws.com" or "ebs.csi.eks.amazonaws.com" or "kubernetes.io/aws-ebs"
        from verdict in storage.Judge(storage["volumeBindingMode"], mode => mode.Text == "WaitForFirstConsumer" ? null : "makes a disk before anybody knows the pod's zone; set volumeBindingMode: WaitForFirstConsumer")
        select verdict;
}
