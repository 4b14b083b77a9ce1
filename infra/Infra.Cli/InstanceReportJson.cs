using Infra.Core.Catalog;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli;

/// <summary>What <c>catalog instances</c> found, as a document with everything that is known of each type. Sizes are Kubernetes quantities.</summary>
internal static class InstanceReportJson
{
    public static void Write(InstanceReport report, TextWriter writer)
    {
        var document = new JObject
        {
            ["region"] = report.Region,
            ["instances"] = new JArray(report.Matches.Found.Select(type => Instance(type, report.Region))),
            ["leftOut"] = new JArray(report.Matches.LeftOut.Select(LeftOut)),
        };
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }
        writer.WriteLine();
    }

    private static JObject LeftOut(LeftOut type) => new()
    {
        ["name"] = type.Type.Name,
        ["reasons"] = new JArray(type.Reasons.Select(reason => new JObject { ["option"] = InstanceReport.OptionOf(reason.Criterion), ["text"] = reason.Text })),
    };

    private static JObject Instance(InstanceType type, string region) => new()
    {
        ["name"] = type.Name,
        ["vcpus"] = type.Vcpus,
        ["memory"] = type.Memory.ToString(),
        ["architecture"] = type.Architecture.ToKubernetes(),
        ["bareMetal"] = type.IsBareMetal,
        ["accelerator"] = type.Accelerator is { } devices ? Devices(devices) : null,
        ["efaInterfaces"] = type.EfaInterfaces,
        ["instanceStore"] = type.InstanceStore.ToString(),
        ["networkGbps"] = type.NetworkGbps,
        ["ebsMbps"] = type.EbsMbps,
        ["pods"] = new JObject
        {
            ["byInterfaces"] = type.PodLimits.ByInterfaces,
            ["withPrefixes"] = type.PodLimits.WithPrefixes,
            ["managedNodeGroup"] = type.PodLimits.OfManagedNode(prefixes: false),
        },
        ["reserved"] = new JObject { ["cpu"] = type.Reservation.Cpu.ToString(), ["memory"] = type.Reservation.Memory.ToString() },
        ["allocatable"] = new JObject
        {
            ["cpu"] = type.Allocatable.Cpu.ToString(),
            ["memory"] = type.Allocatable.Memory.ToString(),
            ["basis"] = Lower(type.Allocatable.Basis),
        },
        ["spot"] = type.IsSoldAsSpot,
        ["usdPerHour"] = type.OnDemandPrice(region)?.UsdPerHour,
        ["priceSource"] = type.OnDemandPrice(region) is { } price ? Source(price.Source) : null,
        ["lifecycle"] = new JObject
        {
            ["status"] = Lower(type.Lifecycle.Status),
            ["reason"] = type.Lifecycle.Reason,
            ["replacements"] = new JArray(type.Lifecycle.Replacements),
        },
    };

    private static JObject Devices(Accelerator devices)
    {
        var model = devices.Model;
        return new JObject
        {
            ["model"] = model.Id,
            ["name"] = model.Name,
            ["product"] = model.Product,
            ["manufacturer"] = model.Manufacturer,
            ["resource"] = model.Resource,
            ["count"] = devices.Count,
            ["fraction"] = devices.Fraction,
            ["memory"] = devices.NominalMemory.ToString(),
            ["usableMemory"] = devices.Fraction is null ? model.UsableMemory.ToString() : null,
            ["usableMemoryBasis"] = devices.Fraction is null ? Lower(model.UsableMemoryBasis) : null,
            ["usableMemorySource"] = model.MeasuredMemorySource is { } source ? Source(source) : null,
            ["architecture"] = model.Architecture,
            ["computeCapability"] = model.ComputeCapability,
            ["neuronCores"] = model.CoresPerDevice,
            ["precisions"] = new JArray(model.Precisions.Select(precision => Lower(precision))),
            ["migLayouts"] = new JArray(model.Mig?.Layouts ?? []),
            ["endOfSupport"] = model.EndOfSupport?.ToString(),
        };
    }

    private static JObject Source(FactSource source) => new()
    {
        ["site"] = source.Site,
        ["path"] = source.Path,
        ["commit"] = source.Commit,
        ["date"] = source.Date?.ToString("yyyy-MM-dd"),
    };

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
