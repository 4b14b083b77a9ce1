using System.Collections.Immutable;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>What can't be made again isn't deleted by mistake.</summary>
internal sealed class DataOutlivesStacks : IPolicyRule
{
    // With what says that a resource holds nothing to keep.
    private static readonly ImmutableSortedDictionary<string, string> _disposable = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("aws:s3/bucket:Bucket", "forceDestroy"),
        KeyValuePair.Create("aws:s3/bucketV2:BucketV2", "forceDestroy"),
        KeyValuePair.Create("aws:rds/instance:Instance", "skipFinalSnapshot"),
        KeyValuePair.Create("aws:rds/cluster:Cluster", "skipFinalSnapshot"),
        KeyValuePair.Create("aws:efs/fileSystem:FileSystem", ""),
        KeyValuePair.Create("aws:fsx/lustreFileSystem:LustreFileSystem", ""),
        KeyValuePair.Create("aws:dynamodb/table:Table", ""),
    ]);

    public RuleDescription About { get; } = new(
        "REL014",
        PolicySeverity.Warning,
        "Resources that hold data are protected or retained",
        "A renamed component, a changed property that forces a replacement, or a destroy in the wrong window deletes years of weights and data within a minute.",
        "pulumi.com, resource options protect and retainOnDelete");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from kind in _disposable
        from subject in context.OfType(kind.Key)
        where subject.Resource.Options is not { Protect: true } and not { RetainOnDelete: true } && !(kind.Value.Length > 0 && subject[kind.Value].IsTrue)
        select subject.Finding($"holds data and can be deleted by any update; set protect or retainOnDelete{(kind.Value.Length > 0 ? $", or {kind.Value} where it holds nothing to keep" : "")}");
}
