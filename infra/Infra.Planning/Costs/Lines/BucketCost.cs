using Infra.Core;
using Infra.Core.Prices;

namespace Infra.Planning.Costs.Lines;

/// <summary>Buckets: what they hold and the requests to them, which nobody knows before.</summary>
internal sealed class BucketCost : ICostRule
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

    public IReadOnlyCollection<string> Types => [Bucket, Replication];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var buckets in plan.ByRegion(Bucket))
        {
            var where = buckets.Key == plan.Region ? "" : $"/{buckets.Key}";
            sheet.AddUsage($"buckets{where}", $"what {Counted.Of(buckets.Count(), "bucket")} hold{(buckets.Count() == 1 ? "s" : "")}", PriceIds.BucketStorage, buckets.Key, "weights, logs, backups, versions", buckets);
            sheet.AddUsage($"buckets{where}/reads", "reads of buckets", PriceIds.BucketReads, buckets.Key, "starts of models", buckets);
            sheet.AddUsage($"buckets{where}/writes", "writes and lists of buckets", PriceIds.BucketWrites, buckets.Key, "logs, results, uploads", buckets);
        }

        var replicated = plan.Of(Replication).ToList();
        if (replicated.Count > 0)
        {
            sheet.AddUnpriced("buckets/replication", "traffic of replicated buckets to the other region", "no source of a price of traffic between regions was found", [.. replicated.Select(found => found.Resource.Urn)]);
        }
    }
}
