using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Infra.Core.Catalog;

/// <summary>Reads <c>Catalog/Data/accelerator-models.json</c>.</summary>
internal sealed class AcceleratorModelReader(JsonElement root, FactSources sources)
{
    public static ImmutableArray<AcceleratorModel> ReadEmbedded(FactSources sources)
    {
        using var document = DataFile.Open("accelerator-models.json");
        return new AcceleratorModelReader(document.RootElement, sources).Read();
    }

    private ImmutableArray<AcceleratorModel> Read()
    {
        var models = ImmutableArray.CreateBuilder<AcceleratorModel>();
        foreach (var model in root.GetProperty("models").EnumerateObject())
        {
            models.Add(Model(model.Name, model.Value));
        }

        return models.ToImmutable();
    }

    private AcceleratorModel Model(string id, JsonElement row)
    {
        // As text, because 10.0 and 10 are one JSON number.
        var capability = row.GetProperty("computeCapability").GetString();
        var cores = row.GetProperty("coresPerDevice");
        var memorySource = row.GetProperty("usableMemorySource").GetString();
        return new AcceleratorModel
        {
            Id = id,
            Name = DataFile.Text(row, "name"),
            Manufacturer = DataFile.Text(row, "manufacturer"),
            Product = row.GetProperty("product").GetString(),
            Resource = DataFile.Text(row, "resource"),
            Architecture = row.GetProperty("architecture").GetString(),
            ComputeCapability = capability is null ? null : decimal.Parse(capability, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            Precisions = Precisions(row, capability),
            CoresPerDevice = DataFile.IsNull(cores) ? null : cores.GetInt32(),
            NominalMemory = DataFile.Mebibytes(row, "memoryMiB")!.Value,
            DriverMemory = DataFile.Mebibytes(row, "driverMemoryMiB"),
            MeasuredMemory = DataFile.Mebibytes(row, "usableMemoryMiB"),
            MeasuredMemorySource = memorySource is null ? null : sources[memorySource],
            Mig = row.TryGetProperty("mig", out var mig) ? Geometry(mig) : null,
            EndOfSupport = row.TryGetProperty("endOfSupport", out var end) ? End(end) : null,
        };
    }

    // NVIDIA's formats follow from the compute capability; the others name their own.
    private ImmutableArray<Precision> Precisions(JsonElement row, string? capability)
    {
        if (row.TryGetProperty("precisions", out var own) || (capability is not null && root.GetProperty("precisions").TryGetProperty(capability, out own)))
        {
            return [.. DataFile.Strings(own).Select(name => Enum.Parse<Precision>(name, ignoreCase: true))];
        }

        return [];
    }

    private MigGeometry Geometry(JsonElement mig)
    {
        var profiles = ImmutableArray.CreateBuilder<MigProfile>();
        foreach (var profile in mig.GetProperty("profiles").EnumerateObject())
        {
            var row = profile.Value;
            profiles.Add(new MigProfile(
                profile.Name, row.GetProperty("computeSlices").GetInt32(), row.GetProperty("memorySlices").GetInt32(), row.GetProperty("max").GetInt32()));
        }

        var balanced = ImmutableArray.CreateBuilder<KeyValuePair<string, int>>();
        foreach (var entry in mig.GetProperty("balanced").EnumerateObject())
        {
            balanced.Add(new(entry.Name, entry.Value.GetInt32()));
        }

        return new MigGeometry
        {
            ComputeSlices = mig.GetProperty("computeSlices").GetInt32(),
            MemorySlices = mig.GetProperty("memorySlices").GetInt32(),
            Profiles = profiles.ToImmutable(),
            Balanced = balanced.ToImmutable(),
            Sources = [.. DataFile.Strings(mig.GetProperty("sources")).Select(id => sources[id])],
        };
    }

    private EndOfSupport End(JsonElement end)
    {
        var runtimes = ImmutableArray.CreateBuilder<LastRuntime>();
        foreach (var image in end.GetProperty("images").EnumerateArray())
        {
            runtimes.Add(new LastRuntime(DataFile.Text(image, "runtime"), DataFile.Text(image, "version"), sources[DataFile.Text(image, "source")]));
        }

        return new EndOfSupport(end.GetProperty("driverBranch").GetInt32(), sources[DataFile.Text(end, "driverSource")], runtimes.ToImmutable());
    }
}
