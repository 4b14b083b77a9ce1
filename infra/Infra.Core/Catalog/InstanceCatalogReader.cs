using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>Reads the data file. The file is ours and tested, so a missing property is a bug and may throw.</summary>
internal static class InstanceCatalogReader
{
    public static InstanceCatalog ReadEmbedded()
    {
        using var stream = typeof(InstanceCatalogReader).Assembly.GetManifestResourceStream("Infra.Core.Catalog.instance-types.json")!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;

        var sources = Map(root.GetProperty("sources"), Source);
        var factSources = Map(root.GetProperty("factSources"), (_, ids) => ids.EnumerateArray().Select(id => sources[id.GetString()!]).ToImmutableArray());
        var priceSources = Map(root.GetProperty("priceSources"), (_, id) => sources[id.GetString()!]);
        var accelerators = root.GetProperty("accelerators");
        var types = root.GetProperty("instanceTypes").EnumerateObject().Select(type => Type(type.Name, type.Value, accelerators, priceSources));
        return new InstanceCatalog(Date(root.GetProperty("asOf").GetString()!), types, sources, factSources);
    }

    private static InstanceType Type(string name, JsonElement row, JsonElement accelerators, ImmutableSortedDictionary<string, FactSource> priceSources) => new()
    {
        Name = name,
        Vcpus = row.GetProperty("vcpus").GetInt32(),
        Memory = Mebibytes(row.GetProperty("memoryMiB"))!.Value,
        MeasuredMemory = Mebibytes(row.GetProperty("osMemoryMiB")),
        Architecture = Enum.Parse<CpuArchitecture>(row.GetProperty("architecture").GetString()!, ignoreCase: true),
        IsBareMetal = row.GetProperty("bareMetal").GetBoolean(),
        Accelerator = IsNull(row.GetProperty("accelerator")) ? null : Device(row.GetProperty("accelerator"), accelerators),
        EfaInterfaces = row.GetProperty("efaInterfaces").GetInt32(),
        LocalNvmeGigabytes = row.GetProperty("localNvmeGB").GetInt32(),
        MaxPods = row.GetProperty("maxPods").GetInt32(),
        IsSoldAsSpot = IsNull(row.GetProperty("spot")) ? null : row.GetProperty("spot").GetBoolean(),
        OnDemandPrices = row.GetProperty("usdPerHour").EnumerateObject()
            .Where(price => !IsNull(price.Value))
            .ToImmutableSortedDictionary(price => price.Name, price => new Price(price.Value.GetDecimal(), priceSources[price.Name]), StringComparer.Ordinal),
        Lifecycle = row.TryGetProperty("lifecycle", out var lifecycle) ? LifecycleOf(lifecycle) : Lifecycle.Current,
    };

    private static Accelerator Device(JsonElement device, JsonElement accelerators)
    {
        var name = device.GetProperty("name").GetString()!;
        var kind = accelerators.GetProperty(name);
        var capability = kind.GetProperty("computeCapability");
        return new Accelerator
        {
            Name = name,
            Manufacturer = kind.GetProperty("manufacturer").GetString()!,
            Product = kind.GetProperty("product").GetString(),
            Resource = kind.GetProperty("resource").GetString()!,
            ComputeCapability = IsNull(capability) ? null : capability.GetDecimal(),
            Count = device.GetProperty("count").GetInt32(),
            NominalMemory = Mebibytes(device.GetProperty("memoryMiB"))!.Value,
            UsableMemory = Mebibytes(device.GetProperty("usableMemoryMiB")),
        };
    }

    private static Lifecycle LifecycleOf(JsonElement lifecycle) => new()
    {
        Status = Enum.Parse<LifecycleStatus>(lifecycle.GetProperty("status").GetString()!, ignoreCase: true),
        Reason = lifecycle.GetProperty("reason").GetString(),
        Replacements = [.. lifecycle.GetProperty("replacements").EnumerateArray().Select(name => name.GetString()!)],
    };

    private static FactSource Source(string id, JsonElement source) => new(
        id,
        source.GetProperty("repository").GetString()!,
        source.GetProperty("path").GetString()!,
        source.GetProperty("commit").GetString(),
        source.GetProperty("date").GetString() is { } date ? Date(date) : null,
        source.GetProperty("note").GetString()!);

    private static ImmutableSortedDictionary<string, T> Map<T>(JsonElement element, Func<string, JsonElement, T> value) =>
        element.EnumerateObject().ToImmutableSortedDictionary(entry => entry.Name, entry => value(entry.Name, entry.Value), StringComparer.Ordinal);

    private static ByteSize? Mebibytes(JsonElement number) => IsNull(number) ? null : ByteSize.FromMebibytes(number.GetInt64());

    private static bool IsNull(JsonElement element) => element.ValueKind == JsonValueKind.Null;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
