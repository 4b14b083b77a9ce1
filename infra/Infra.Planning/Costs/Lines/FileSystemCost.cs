using Infra.Core;
using Infra.Core.Prices;
using Infra.Core.Units;

namespace Infra.Planning.Costs.Lines;

/// <summary>File systems of EFS, which are paid by what they hold: nothing at first, what the configuration expects at most.</summary>
internal sealed class FileSystemCost : ICostRule
{
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";

    public IReadOnlyCollection<string> Types => [FileSystem];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        var volumes = plan.Of(ComponentTypes.ModelVolume).ToDictionary(volume => volume.Resource.Urn);
        foreach (var system in plan.Of(FileSystem))
        {
            var region = plan.RegionOf(system);
            var volume = system.Resource.Parent is { } parent ? volumes.GetValueOrDefault(parent) : null;
            var id = $"file-system/{(string?)volume?.Inputs["volumeName"] ?? system.Resource.Name}";
            if (ByteSize.TryParse((string?)volume?.Inputs["size"] ?? "", out var size))
            {
                var line = new LineDraft(CostKind.Storage, id, "what the EFS file system holds")
                {
                    Notes = ["EFS is paid by what it holds: nothing at minimum, the size that the configuration expects at maximum. Nothing stops it from holding more."],
                }.Of(system);
                sheet.Add(line, PriceIds.FileSystem, region, 0, decimal.Ceiling((decimal)size.Bytes / (1L << 30)));
            }
            else
            {
                sheet.AddUsage(id, "what the EFS file system holds", PriceIds.FileSystem, region, "what is stored", [system]);
            }

            if ((string?)system.Inputs["throughputMode"] == "elastic")
            {
                sheet.AddUsage($"{id}/reads", "reads of the EFS file system", PriceIds.FileSystemReads, region, "what is read", [system]);
                sheet.AddUsage($"{id}/writes", "writes of the EFS file system", PriceIds.FileSystemWrites, region, "what is written", [system]);
            }
        }

        foreach (var volume in volumes.Values.Where(volume => volume.Inputs["lustre"] is not null))
        {
            sheet.AddUnpriced($"file-system/{(string?)volume.Inputs["volumeName"]}", $"FSx for Lustre, {(string?)volume.Inputs["size"]}", "no source of a price of FSx for Lustre was found", [volume.Resource.Urn]);
        }
    }
}
