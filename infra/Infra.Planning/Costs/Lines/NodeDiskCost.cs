using Infra.Core.Prices;
using Infra.Planning.Model;

namespace Infra.Planning.Costs.Lines;

/// <summary>Root volumes of nodes: size, and what goes beyond gp3's free 3,000 IOPS and 125 MiB/s (docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html).</summary>
internal sealed class NodeDiskCost : ICostRule
{
    private const int FreeIops = 3000;
    private const int FreeThroughput = 125;

    public IReadOnlyCollection<string> Types => ["aws:ec2/launchTemplate:LaunchTemplate"];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var pool in plan.Pools)
        {
            Add("size", PriceIds.Disk, pool.VolumeGigabytes, "GB");
            Add("iops", PriceIds.DiskIops, pool.VolumeIops - FreeIops, $"IOPS above {FreeIops}");
            Add("throughput", PriceIds.DiskThroughput, pool.VolumeThroughput - FreeThroughput, $"MiB/s above {FreeThroughput}");

            void Add(string part, string price, int each, string unit)
            {
                if (each > 0)
                {
                    sheet.Add(
                        new LineDraft(CostKind.Disks, part == "size" ? $"disks/{pool.Name}" : $"disks/{pool.Name}/{part}", $"root volumes, {each} {unit} each")
                        {
                            Pool = pool.Name,
                            Resources = [pool.Pool.Urn],
                        },
                        price, plan.Region!, pool.Least * each, pool.Most * each);
                }
            }
        }
    }
}
