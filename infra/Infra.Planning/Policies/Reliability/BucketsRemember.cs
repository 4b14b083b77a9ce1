using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A bucket keeps what is overwritten.</summary>
internal sealed class BucketsRemember : IPolicyRule
{
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";

    public RuleDescription About { get; } = new(
        "REL015",
        PolicySeverity.Warning,
        "Buckets keep versions",
        "A training that writes to the wrong prefix, or a sync with --delete, replaces the weights that production loads at its next start; without versions there is no way back.",
        "Amazon S3 user guide, \"Retaining multiple versions of objects with S3 Versioning\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from bucket in context.OfType("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2")
        where !bucket["forceDestroy"].IsTrue
        let versionings = context.DependentsOf(bucket).Where(other => other.Resource.Type == Versioning).ToList()
        from verdict in versionings.Count == 0
            ? [bucket.Finding("keeps no versions; add a BucketVersioning with status Enabled, or set forceDestroy where it holds nothing to keep")]
            : versionings.SelectMany(versioning => versioning.Judge(versioning["versioningConfiguration", "status"], status => status.Text == "Enabled" ? null : $"versioning is {status.Text}; set Enabled"))
        select verdict;
}
