using Infra.Core.Prices;

namespace Infra.Planning.Costs.Lines;

/// <summary>Keys of KMS.</summary>
internal sealed class KeyCost : ICostRule
{
    private const string Key = "aws:kms/key:Key";

    public IReadOnlyCollection<string> Types => [Key];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var keys in plan.ByRegion(Key))
        {
            var where = keys.Key == plan.Region ? "" : $"/{keys.Key}";
            sheet.Add(new LineDraft(CostKind.Security, $"keys{where}", "keys of KMS").Of(keys), PriceIds.Key, keys.Key, keys.Count(), keys.Count());
            sheet.AddUsage($"keys{where}/requests", "requests to KMS keys", PriceIds.KeyRequests, keys.Key, "reads, writes of what they encrypt", keys);
        }
    }
}
