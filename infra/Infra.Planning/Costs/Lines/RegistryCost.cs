using Infra.Core.Prices;

namespace Infra.Planning.Costs.Lines;

/// <summary>Images in ECR, those that a pull-through cache keeps too.</summary>
internal sealed class RegistryCost : ICostRule
{
    private const string Repository = "aws:ecr/repository:Repository";
    private const string CacheRule = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";

    public IReadOnlyCollection<string> Types => [Repository, CacheRule];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var repositories in plan.Of(Repository).Concat(plan.Of(CacheRule)).GroupBy(plan.RegionOf, StringComparer.Ordinal))
        {
            sheet.AddUsage("images", "images in ECR", PriceIds.Images, repositories.Key, "their size, how many are kept", repositories);
        }
    }
}
