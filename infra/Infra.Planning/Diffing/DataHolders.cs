using System.Collections.Frozen;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Every type that holds data, and what is lost with it.</summary>
internal static class DataHolders
{
    private static readonly FrozenDictionary<string, DataHolder> _all = new Dictionary<string, DataHolder>(StringComparer.Ordinal)
    {
        ["aws:amp/workspace:Workspace"] = new("every metric in it"),
        ["aws:backup/vault:Vault"] = new("every recovery point in it", UnlessEmpty("forceDestroy")),
        ["aws:cloudwatch/logGroup:LogGroup"] = new("every log record in it", static inputs => Is(inputs, "skipDestroy") ? LossGuard.Kept : LossGuard.None),
        ["aws:ebs/volume:Volume"] = new("everything on the volume", static inputs => Is(inputs, "finalSnapshot") ? LossGuard.Kept : LossGuard.None),
        ["aws:ecr/repository:Repository"] = new("every image in it", UnlessEmpty("forceDelete")),
        ["aws:efs/fileSystem:FileSystem"] = new("every file on it"),
        ["aws:eks/cluster:Cluster"] = new("the cluster and everything in it that isn't in this plan"),
        ["aws:elasticache/serverlessCache:ServerlessCache"] = new("every entry in it"),
        ["aws:fsx/lustreFileSystem:LustreFileSystem"] = new("every file on it that isn't in its data repository", FinalBackup),
        ["aws:kms/key:Key"] = new("everything that is encrypted with it (once the waiting time is over)"),
        ["aws:rds/instance:Instance"] = new("the database", Database),
        ["aws:s3/bucket:Bucket"] = new("every object in it", UnlessEmpty("forceDestroy")),
        ["aws:secretsmanager/secret:Secret"] = new("the secret (once the recovery window is over)"),
        ["aws:sqs/queue:Queue"] = new("every message in it"),
        ["kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition"] = new("every object of this kind in the cluster"),
        ["kubernetes:apps/v1:StatefulSet"] = new("the volumes of its pods", Claims),
        ["kubernetes:core/v1:Namespace"] = new("everything in it (claims of volumes, too)"),
        ["kubernetes:core/v1:PersistentVolume"] = new("the volume", ReclaimPolicy),
        ["kubernetes:core/v1:PersistentVolumeClaim"] = new("everything on the volume (unless its storage class retains it)"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every type there is a line for.</summary>
    public static IEnumerable<string> Types => _all.Keys.Order(StringComparer.Ordinal);

    /// <param name="before">The resource that is deleted.</param>
    /// <param name="isProtected">Whether Pulumi refuses.</param>
    /// <returns>What goes with it; null where it holds nothing.</returns>
    public static DataLoss? Of(PlannedResource before, bool isProtected)
    {
        if (before.ReadId is not null || !_all.TryGetValue(before.Type, out var holder))
        {
            return null;
        }
        // As it was, not as it is asked for: the old one is deleted by what the state says.
        var guard = isProtected ? LossGuard.Protected
            : before.Options.RetainOnDelete is true ? LossGuard.Retained
            : holder.Guard?.Invoke(before.Inputs) ?? LossGuard.None;
        return new DataLoss(holder.Loses, guard);
    }

    // AWS deletes none of these as long as something is in it; the provider empties it first where this flag says so.
    private static Func<ValueMap, LossGuard> UnlessEmpty(string force) => inputs => Is(inputs, force) ? LossGuard.None : LossGuard.Refused;

    private static LossGuard FinalBackup(ValueMap inputs) =>
        inputs.TryGetValue("skipFinalBackup", out var skip) && skip is PlanValue.Bool { Value: false } ? LossGuard.Kept : LossGuard.None;

    private static LossGuard Database(ValueMap inputs) =>
        Is(inputs, "deletionProtection") ? LossGuard.Refused
        : Is(inputs, "skipFinalSnapshot") ? LossGuard.None
        // Without a name for the snapshot the provider gives up.
        : inputs.ContainsKey("finalSnapshotIdentifier") ? LossGuard.Kept : LossGuard.Refused;

    private static LossGuard Claims(ValueMap inputs) =>
        At(inputs, "spec", "volumeClaimTemplates") is PlanValue.List { Items.Count: > 0 }
        && At(inputs, "spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted") is PlanValue.String { Value: "Delete" } ? LossGuard.None : LossGuard.Kept;

    private static LossGuard ReclaimPolicy(ValueMap inputs) =>
        At(inputs, "spec", "persistentVolumeReclaimPolicy") is PlanValue.String { Value: "Delete" } ? LossGuard.None : LossGuard.Kept;

    private static bool Is(ValueMap inputs, string key) => inputs.TryGetValue(key, out var value) && value is PlanValue.Bool { Value: true };

    private static PlanValue? At(ValueMap inputs, params ReadOnlySpan<string> path)
    {
        PlanValue value = new PlanValue.Object(inputs);
        foreach (var key in path)
        {
            if (value is not PlanValue.Object { Properties: var properties } || !properties.TryGetValue(key, out var next))
            {
                return null;
            }
            value = next;
        }
        return value;
    }
}
