using System.Collections.Immutable;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Several replicas don't wait for one disk.</summary>
internal sealed class SharedVolumesCanBeShared : IPolicyRule
{
    private static readonly ImmutableArray<string> _ofOneNode = ["ReadWriteOnce", "ReadWriteOncePod"];

    public RuleDescription About { get; } = new(
        "REL007",
        PolicySeverity.Error,
        "A volume that several replicas mount is one that several nodes can mount",
        "An EBS disk is attached to one node of one zone: the second replica stays in ContainerCreating with a Multi-Attach error as soon as it lands elsewhere.",
        "kubernetes.io, \"Persistent Volumes\", \"Access Modes\"; vllm-project/production-stack #37");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        where pod.Owner.Kind is "Deployment" or "ReplicaSet" or "InferenceService" && context.Scalers.Bounds(pod.Owner).Most is null or > 1
        from volume in pod.Spec["volumes"].Items
        let name = volume["persistentVolumeClaim", "claimName"]
        where name.Text is not null
        let claim = context.Find("PersistentVolumeClaim", pod.Owner.Namespace, name.Text ?? "")
        where claim is not null
        let modes = claim["spec", "accessModes"]
        where modes.Items.Any() && modes.Items.All(mode => _ofOneNode.Contains(mode.Text ?? ""))
        select pod.Owner.Finding(name, $"more than one replica mounts {claim.Label}, which is {modes.Items.First().Text}; use a class with ReadWriteMany (EFS, FSx, NFS), S3, or one claim for each replica (StatefulSet)");
}
