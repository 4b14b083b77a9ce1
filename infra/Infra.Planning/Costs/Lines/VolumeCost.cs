using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Prices;
using Infra.Core.Units;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs.Lines;

/// <summary>Disks of EBS that pods claim: claims of the plan, and those that Prometheus and Loki make.</summary>
internal sealed class VolumeCost : ICostRule
{
    private static readonly string[] _provisioners = ["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        if (plan.Region is not { } region)
        {
            return;
        }

        var classes = plan.Objects.OfKind("StorageClass").Where(found => _provisioners.Contains((string?)found.Inputs["provisioner"])).Select(found => found.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in plan.Objects.OfKind("PersistentVolumeClaim"))
        {
            Add(claim, $"volume/{claim.Name}", claim.Inputs["spec"]?["storageClassName"], claim.Inputs["spec"]?["resources"]?["requests"]?["storage"], 1);
        }

        foreach (var stack in plan.Of(ComponentTypes.MonitoringStack).Where(stack => (bool?)stack.Inputs["prometheus"]?["ephemeral"] != true))
        {
            Add(stack, "volume/prometheus", stack.Inputs["prometheus"]?["storageClass"], stack.Inputs["prometheus"]?["size"], Number(stack.Inputs["prometheus"]?["replicas"]));
        }

        foreach (var loki in plan.Of(ComponentTypes.Loki))
        {
            Add(loki, "volume/loki", loki.Inputs["storageClass"], loki.Inputs["volumeSize"], Number(loki.Inputs["replicas"]));
        }

        void Add(PlannedObject found, string id, JsonNode? storageClass, JsonNode? size, int count)
        {
            // A claim of no class takes a volume that was there before.
            if ((string?)storageClass == "" || !ByteSize.TryParse((string?)size ?? "", out var bytes))
            {
                return;
            }

            var gigabytes = decimal.Ceiling((decimal)bytes.Bytes / (1L << 30));
            if (classes.Contains((string?)storageClass))
            {
                sheet.Add(new LineDraft(CostKind.Disks, id, $"{Counted.Of(count, "EBS volume")} of {gigabytes} GB").Of(found), PriceIds.Disk, region, count * gigabytes, count * gigabytes);
            }
            else if (!plan.Objects.OfKind("StorageClass").Any(one => one.Name == (string?)storageClass))
            {
                sheet.AddUnpriced(id, $"{Counted.Of(count, "volume")} of {gigabytes} GB", $"its storage class '{(string?)storageClass ?? "(the cluster's default)"}' isn't part of the plan", [found.Resource.Urn]);
            }
        }
    }

    private static int Number(JsonNode? number) => (int?)(double?)number ?? 1;
}
