using Infra.Core;
using Infra.Core.Prices;

namespace Infra.Planning.Costs.Lines;

/// <summary>AWS Backup: what it keeps of file systems and databases, here and in another region.</summary>
internal sealed class BackupCost : ICostRule
{
    private const string Plan = "aws:backup/plan:Plan";
    private const string Vault = "aws:backup/vault:Vault";
    private const string RestoreTest = "aws:backup/restoreTestingPlan:RestoreTestingPlan";

    public IReadOnlyCollection<string> Types => [Plan, Vault, RestoreTest];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        var plans = plan.Of(Plan).ToList();
        if (plans.Count == 0)
        {
            return;
        }

        var region = plan.RegionOf(plans[0]);
        sheet.AddUsage("backups/file-systems", "backups of EFS file systems", PriceIds.FileSystemBackup, region, "size, changes; twice where copied", plans);
        sheet.AddUsage("backups/databases", "backups of databases", PriceIds.DatabaseRecovery, region, "size, changes; twice where copied", plans);
        if (plan.ByRegion(Vault).Count() > 1)
        {
            sheet.AddUnpriced("backups/copies", "traffic of backups to the other region", "no source of a price of traffic between regions was found", [.. plans.Select(found => found.Resource.Urn)]);
        }

        var tests = plan.Of(RestoreTest).ToList();
        if (tests.Count > 0)
        {
            sheet.AddUnpriced("backups/restore-tests", "tests of restoring", "AWS Backup asks for each test, and what is restored costs while it stands; no source of the price of a test was found", [.. tests.Select(found => found.Resource.Urn)]);
        }
    }
}
