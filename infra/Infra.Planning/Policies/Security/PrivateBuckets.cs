using System.Collections.Immutable;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>No policy or list can open a bucket.</summary>
internal sealed class PrivateBuckets : IPolicyRule
{
    private const string Block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    private static readonly ImmutableArray<string> _switches = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public RuleDescription About { get; } = new(
        "SEC016",
        PolicySeverity.Error,
        "Every bucket blocks public access in all four ways",
        "One bucket policy with a wildcard, written years later by somebody else, publishes weights and data.",
        "Amazon S3 user guide, \"Blocking public access to your Amazon S3 storage\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from bucket in context.OfType("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2")
        let blocks = context.DependentsOf(bucket).Where(other => other.Resource.Type == Block).ToList()
        from verdict in blocks.Count == 0
            ? [bucket.Finding("has no BucketPublicAccessBlock; add one with all four switches on")]
            : blocks.SelectMany(block => _switches.SelectMany(key => block.Judge(block[key], flag => flag.IsTrue ? null : $"{key} is off; set it to true")))
        select verdict;
}
