using Infra.Core.Catalog;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Catalog;

public sealed class InstanceCatalogFactsTests
{
    private const string Facts = "data/gpu-instances.json";

    private static readonly InstanceCatalog Catalog = InstanceCatalog.Default;

    [SkippableFact]
    public void Holds_every_type_of_the_facts_but_Neuron_and_partitioned_GPUs()
    {
        var expected = Instances()
            .Where(row => row.Value["accelerator"]!.Type == JTokenType.Null && row.Value.SelectToken("gpu.fractional") is null)
            .Select(row => row.Key)
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, Catalog.All.Select(type => type.Name));
    }

    [SkippableFact]
    public void Says_what_the_facts_say()
    {
        var instances = Instances();
        Assert.All(Catalog.All, type => Assert.Equal(Expected(instances[type.Name]), Actual(type)));
    }

    [SkippableFact]
    public void Reservation_and_allocatable_are_what_the_sources_published()
    {
        var instances = Instances();
        Assert.All(Catalog.All, type =>
        {
            var row = instances[type.Name];
            var measured = (long?)row["allocatable"]!["memoryMiBFromMeasured"];
            var estimated = (long)row["allocatable"]!["memoryMiBKarpenterEstimate"]!;

            Assert.Equal((long)row["kubeReserved"]!["cpuMillicores"]!, type.Reservation.Cpu.Millicores);
            Assert.Equal((long)row["kubeReserved"]!["memoryMiB"]!, type.Reservation.Memory.Bytes >> 20);
            Assert.Equal((string)row["kubeReserved"]!["ephemeralStorage"]!, KubeletReservation.EphemeralStorage.ToString());
            Assert.Equal((long)row["allocatable"]!["cpuMillicores"]!, type.Allocatable.Cpu.Millicores);
            Assert.Equal(measured ?? estimated, type.Allocatable.Memory.Bytes >> 20);
            Assert.Equal(estimated, (type with { MeasuredMemory = null }).Allocatable.Memory.Bytes >> 20);
        });
    }

    private static Dictionary<string, JObject> Instances() =>
        ((JObject)SharedFacts.Read(Facts)["instances"]!).Properties().ToDictionary(row => row.Name, row => (JObject)row.Value);

    private static string Expected(JObject row)
    {
        var gpu = row["gpu"] is JObject device ? $"{device["count"]} x {device["name"]} {device["memoryMiBEach"]} {device["extendedResource"]}" : "none";
        var prices = (JObject)row["onDemandUsdPerHour"]!;
        var isConfirmed = prices["usWest2Basis"]?.ToString().StartsWith("confirmed", StringComparison.Ordinal) ?? false;
        return string.Join(
            "; ",
            row["vcpus"], row["memoryMiB"], row["architecture"], (bool)row["bareMetal"]!, gpu, row["network"]!["efaInterfaces"], row["localNvmeGB"], row["maxPods"],
            (long?)row["osMemTotalMiBMeasured"], (bool?)row["spot"]!["eligible"], (decimal?)prices["us-east-1"], isConfirmed ? (decimal?)prices["us-west-2"] : null);
    }

    private static string Actual(InstanceType type)
    {
        var gpu = type.Accelerator is { } device ? $"{device.Count} x {device.Name} {device.NominalMemory.Bytes >> 20} {device.Resource}" : "none";
        return string.Join(
            "; ",
            type.Vcpus, type.Memory.Bytes >> 20, type.Architecture.ToString().ToLowerInvariant(), type.IsBareMetal, gpu, type.EfaInterfaces, type.LocalNvmeGigabytes, type.MaxPods,
            type.MeasuredMemory?.Bytes >> 20, type.IsSoldAsSpot, type.OnDemandPrice("us-east-1")?.UsdPerHour, type.OnDemandPrice("us-west-2")?.UsdPerHour);
    }
}
