namespace Infra.Planning.Costs.Lines;

/// <summary>Serverless caches of ElastiCache.</summary>
internal sealed class CacheCost : ICostRule
{
    private const string Cache = "aws:elasticache/serverlessCache:ServerlessCache";

    public IReadOnlyCollection<string> Types => [Cache];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var cache in plan.Of(Cache))
        {
            sheet.AddUnpriced($"cache/{cache.Resource.Name}", $"ElastiCache Serverless for {(string?)cache.Inputs["engine"] ?? "an unknown engine"}",
                "paid by GB and hour and by ECPU; a rate was found for Redis only ($0.125 per GB and hour in us-west-2, 2026-10-01), and AWS says that Valkey is cheaper", [cache.Resource.Urn]);
        }
    }
}
