using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>
/// Reads the data file. The file is ours and tested, so a missing property is a bug and may throw. Plain loops, because queries over JSON
/// elements would have to be compiled at every start.
/// </summary>
internal sealed class InstanceCatalogReader
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, FactSource> _sources = new(StringComparer.Ordinal);

    private InstanceCatalogReader(JsonElement root) => _root = root;

    public static InstanceCatalog ReadEmbedded()
    {
        using var stream = typeof(InstanceCatalogReader).Assembly.GetManifestResourceStream("Infra.Core.Catalog.instance-types.json")!;
        using var document = JsonDocument.Parse(stream);
        return new InstanceCatalogReader(document.RootElement).Read();
    }

    private InstanceCatalog Read()
    {
        foreach (var source in _root.GetProperty("sources").EnumerateObject())
        {
            _sources.Add(source.Name, Source(source.Name, source.Value));
        }

        var facts = ImmutableArray.CreateBuilder<FactGroup>();
        foreach (var group in _root.GetProperty("factSources").EnumerateObject())
        {
            facts.Add(new FactGroup(group.Name, [.. Strings(group.Value).Select(id => _sources[id])]));
        }

        var types = ImmutableArray.CreateBuilder<InstanceType>();
        foreach (var type in _root.GetProperty("instanceTypes").EnumerateObject())
        {
            types.Add(Type(type.Name, type.Value));
        }

        return new InstanceCatalog(Date(Text(_root, "asOf")), [.. _sources.Values], facts.ToImmutable(), types.ToImmutable());
    }

    private InstanceType Type(string name, JsonElement row)
    {
        var accelerator = row.GetProperty("accelerator");
        var spot = row.GetProperty("spot");
        return new InstanceType
        {
            Name = name,
            Vcpus = row.GetProperty("vcpus").GetInt32(),
            Memory = Mebibytes(row, "memoryMiB")!.Value,
            MeasuredMemory = Mebibytes(row, "osMemoryMiB"),
            Architecture = Text(row, "architecture") == "arm64" ? CpuArchitecture.Arm64 : CpuArchitecture.Amd64,
            IsBareMetal = row.GetProperty("bareMetal").GetBoolean(),
            Accelerator = IsNull(accelerator) ? null : Device(accelerator),
            EfaInterfaces = row.GetProperty("efaInterfaces").GetInt32(),
            LocalNvmeGigabytes = row.GetProperty("localNvmeGB").GetInt32(),
            MaxPods = row.GetProperty("maxPods").GetInt32(),
            IsSoldAsSpot = IsNull(spot) ? null : spot.GetBoolean(),
            OnDemandPrices = Prices(row.GetProperty("usdPerHour")),
            Lifecycle = row.TryGetProperty("lifecycle", out var lifecycle) ? LifecycleOf(lifecycle) : Lifecycle.Current,
        };
    }

    private Accelerator Device(JsonElement device)
    {
        var name = Text(device, "name");
        var kind = _root.GetProperty("accelerators").GetProperty(name);
        var capability = kind.GetProperty("computeCapability");
        return new Accelerator
        {
            Name = name,
            Manufacturer = Text(kind, "manufacturer"),
            Product = kind.GetProperty("product").GetString(),
            Resource = Text(kind, "resource"),
            ComputeCapability = IsNull(capability) ? null : capability.GetDecimal(),
            Count = device.GetProperty("count").GetInt32(),
            NominalMemory = Mebibytes(device, "memoryMiB")!.Value,
            UsableMemory = Mebibytes(device, "usableMemoryMiB"),
        };
    }

    private ImmutableArray<Price> Prices(JsonElement usdPerHour)
    {
        var prices = ImmutableArray.CreateBuilder<Price>();
        foreach (var region in usdPerHour.EnumerateObject())
        {
            if (!IsNull(region.Value))
            {
                var source = Text(_root.GetProperty("priceSources"), region.Name);
                prices.Add(new Price(region.Name, region.Value.GetDecimal(), _sources[source]));
            }
        }

        return prices.ToImmutable();
    }

    private static Lifecycle LifecycleOf(JsonElement lifecycle) => new()
    {
        Status = Text(lifecycle, "status") == "retired" ? LifecycleStatus.Retired : LifecycleStatus.Legacy,
        Reason = Text(lifecycle, "reason"),
        Replacements = [.. Strings(lifecycle.GetProperty("replacements"))],
    };

    private static FactSource Source(string id, JsonElement source)
    {
        DateOnly? date = source.GetProperty("date").GetString() is { } text ? Date(text) : null;
        return new FactSource(id, Text(source, "repository"), Text(source, "path"), source.GetProperty("commit").GetString(), date, Text(source, "note"));
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static List<string> Strings(JsonElement list)
    {
        var strings = new List<string>();
        foreach (var entry in list.EnumerateArray())
        {
            strings.Add(entry.GetString()!);
        }

        return strings;
    }

    private static ByteSize? Mebibytes(JsonElement element, string property)
    {
        var number = element.GetProperty(property);
        return IsNull(number) ? null : ByteSize.FromMebibytes(number.GetInt64());
    }

    private static bool IsNull(JsonElement element) => element.ValueKind == JsonValueKind.Null;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
