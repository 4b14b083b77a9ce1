using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Catalog;

/// <summary>Reads <c>Catalog/Data/instance-types.json</c>.</summary>
internal sealed class InstanceCatalogReader(FactSources sources, Dictionary<string, AcceleratorModel> models)
{
    public static InstanceCatalog ReadEmbedded()
    {
        var sources = FactSources.ReadEmbedded();
        var models = AcceleratorModelReader.ReadEmbedded(sources);
        using var document = DataFile.Open("instance-types.json");
        var reader = new InstanceCatalogReader(sources, models.ToDictionary(model => model.Id, StringComparer.Ordinal));
        var types = ImmutableArray.CreateBuilder<InstanceType>();
        foreach (var type in document.RootElement.GetProperty("instanceTypes").EnumerateObject())
        {
            types.Add(reader.Type(type.Name, type.Value));
        }

        return new InstanceCatalog(sources, models, types.ToImmutable());
    }

    private InstanceType Type(string name, JsonElement row)
    {
        var accelerator = row.GetProperty("accelerator");
        var spot = row.GetProperty("spot");
        var vcpus = row.GetProperty("vcpus").GetInt32();
        return new InstanceType
        {
            Name = name,
            Vcpus = vcpus,
            Memory = DataFile.Mebibytes(row, "memoryMiB")!.Value,
            MeasuredMemory = DataFile.Mebibytes(row, "osMemoryMiB"),
            Architecture = DataFile.Text(row, "architecture") == "arm64" ? CpuArchitecture.Arm64 : CpuArchitecture.Amd64,
            IsBareMetal = row.GetProperty("bareMetal").GetBoolean(),
            Accelerator = DataFile.IsNull(accelerator) ? null : Devices(accelerator),
            EfaInterfaces = row.GetProperty("efaInterfaces").GetInt32(),
            NetworkGbps = row.GetProperty("networkGbps").GetDecimal(),
            EbsMbps = row.GetProperty("ebsMbps").GetInt32(),
            LocalNvmeGigabytes = row.GetProperty("localNvmeGB").GetInt32(),
            PodLimits = new PodLimits(
                row.GetProperty("interfaces").GetInt32(), row.GetProperty("addressesPerInterface").GetInt32(), vcpus, row.GetProperty("nitro").GetBoolean()),
            IsSoldAsSpot = DataFile.IsNull(spot) ? null : spot.GetBoolean(),
            OnDemandPrices = Prices(row.GetProperty("usdPerHour")),
            SpotSavings = row.TryGetProperty("spotSavings", out var savings) ? Savings(savings) : [],
            Lifecycle = row.TryGetProperty("lifecycle", out var lifecycle) ? LifecycleOf(lifecycle) : Lifecycle.Current,
        };
    }

    private Accelerator Devices(JsonElement devices)
    {
        var model = models[DataFile.Text(devices, "model")];
        var isPart = devices.TryGetProperty("fraction", out var fraction);
        return new Accelerator
        {
            Model = model,
            Count = devices.GetProperty("count").GetInt32(),
            Fraction = isPart ? fraction.GetDecimal() : null,
            NominalMemory = isPart ? DataFile.Mebibytes(devices, "memoryMiB")!.Value : model.NominalMemory,
        };
    }

    private ImmutableArray<Price> Prices(JsonElement usdPerHour)
    {
        var prices = ImmutableArray.CreateBuilder<Price>();
        foreach (var region in usdPerHour.EnumerateObject())
        {
            if (!DataFile.IsNull(region.Value))
            {
                prices.Add(new Price(region.Name, region.Value.GetDecimal(), sources.OfPrice(region.Name)));
            }
        }

        return prices.ToImmutable();
    }

    private ImmutableArray<SpotSaving> Savings(JsonElement percent)
    {
        var savings = ImmutableArray.CreateBuilder<SpotSaving>();
        foreach (var region in percent.EnumerateObject())
        {
            savings.Add(new SpotSaving(region.Name, region.Value.GetInt32(), sources.OfSpotSavings));
        }

        return savings.ToImmutable();
    }

    private static Lifecycle LifecycleOf(JsonElement lifecycle) => new()
    {
        Status = DataFile.Text(lifecycle, "status") == "retired" ? LifecycleStatus.Retired : LifecycleStatus.Legacy,
        Reason = DataFile.Text(lifecycle, "reason"),
        Replacements = [.. DataFile.Strings(lifecycle.GetProperty("replacements"))],
    };
}
