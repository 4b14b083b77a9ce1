using Infra.Core.Prices;
using Infra.Planning.Model;

namespace Infra.Planning.Costs.Lines;

/// <summary>Databases of RDS.</summary>
internal sealed class DatabaseCost : ICostRule
{
    private const string Database = "aws:rds/instance:Instance";

    public IReadOnlyCollection<string> Types => [Database];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var database in plan.Of(Database))
        {
            var inputs = database.Inputs;
            var (region, id, isMultiAz) = (plan.RegionOf(database), $"database/{(string?)inputs["dbName"] ?? database.Resource.Name}", (bool?)inputs["multiAz"] == true);
            var (engine, instanceClass) = ((string?)inputs["engine"] ?? "an unknown engine", (string?)inputs["instanceClass"] ?? "an unknown class");
            var what = $"{engine} on {instanceClass}{(isMultiAz ? " in two zones" : "")}";
            if (engine != "postgres")
            {
                sheet.AddUnpriced(id, what, $"no source of a price of {engine} was found", [database.Resource.Urn]);
                continue;
            }

            sheet.Add(new LineDraft(CostKind.Databases, id, what).Of(database), PriceIds.Database(instanceClass, isMultiAz), region, 1, 1);
            var (least, most) = (Number("allocatedStorage"), Number("maxAllocatedStorage"));
            sheet.Add(
                new LineDraft(CostKind.Databases, $"{id}/disk", $"its disk{(isMultiAz ? "s" : "")}, gp3")
                {
                    Notes = most > least ? [$"RDS enlarges it from {least} to at most {most} GB."] : [],
                }.Of(database),
                PriceIds.DatabaseDisk(isMultiAz), region, least, Math.Max(least, most));
            sheet.AddUsage($"{id}/backups", "backups of the database beyond its own size", PriceIds.DatabaseBackup, region, "changes, days that they are kept", [database]);

            decimal Number(string key) => (decimal?)(double?)inputs[key] ?? 0;
        }
    }
}
