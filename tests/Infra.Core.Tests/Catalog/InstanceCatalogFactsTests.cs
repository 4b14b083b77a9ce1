using Infra.Core.Catalog;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Catalog;

public sealed class InstanceCatalogFactsTests
{
    private const string Facts = "data/gpu-instances.json";

    private static readonly InstanceCatalog Catalog = InstanceCatalog.Default;

    // Their prices of us-west-2 stand in pages of the source that were read after the facts were put together.
    private static readonly string[] _readLater = ["m6i.xlarge", "g4dn.xlarge", "g4dn.2xlarge", "g4dn.12xlarge", "g5.12xlarge", "g6.xlarge", "g6e.2xlarge", "g6e.48xlarge"];

    [SkippableFact]
    public void Holds_every_type_of_the_facts() =>
        Assert.Equal(Instances().Keys.Order(StringComparer.Ordinal), Catalog.All.Select(type => type.Name));

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

    [SkippableFact]
    public void What_the_facts_say_about_a_model_of_GPU_is_said_but_where_its_maker_says_otherwise()
    {
        var facts = ((JObject)SharedFacts.ReadJson(Facts)["gpus"]!).Properties().ToDictionary(row => row.Name, row => (JObject)row.Value);
        var models = Catalog.Models.Where(model => model.Manufacturer != "aws").ToList();

        Assert.Equal(facts.Keys.Order(StringComparer.Ordinal), models.Select(model => model.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(models, model =>
        {
            var row = facts[model.Name];
            Assert.Contains(model.NominalMemory.Bytes >> 20, row["memoryMiB"]!.Values<long>());
            Assert.Equal((string)row["manufacturer"]!, model.Manufacturer);
            Assert.True(row["architecture"] is null || (string)row["architecture"]! == model.Architecture);
            // The facts themselves doubt these two.
            Assert.Equal(
                model.Name switch { "b300" => 10.3m, "rtx-pro-server-6000" => 12.0m, _ => (decimal?)row["computeCapability"] },
                model.ComputeCapability);
        });
    }

    [SkippableTheory]
    [InlineData("A100_40GB", "a100-40gb")]
    [InlineData("A100_80GB", "a100-80gb")]
    [InlineData("H100_80GB", "h100")]
    [InlineData("H200", "h200")]
    [InlineData("B200", "b200")]
    [InlineData("RTXPRO6", "rtx-pro-server-6000")]
    public void MIG_profiles_are_those_of_the_facts_without_media_and_graphics_extensions(string name, string model)
    {
        var expected = ((JObject)SharedFacts.ReadJson(Facts)["migProfilesMaxCount"]![name]!).Properties()
            .Where(profile => !profile.Name.Contains('+') && !profile.Name.EndsWith("-me", StringComparison.Ordinal))
            .Select(profile => $"{profile.Name} x {profile.Value}");

        Assert.Equal(expected, Catalog.Models.Single(candidate => candidate.Id == model).Mig!.Profiles.Select(profile => $"{profile.Name} x {profile.MaxPerGpu}"));
    }

    private static Dictionary<string, JObject> Instances() =>
        ((JObject)SharedFacts.ReadJson(Facts)["instances"]!).Properties().ToDictionary(row => row.Name, row => (JObject)row.Value);

    private static string Expected(JObject row)
    {
        var prices = (JObject)row["onDemandUsdPerHour"]!;
        var isConfirmed = _readLater.Contains(((JProperty)row.Parent!).Name) || (prices["usWest2Basis"]?.ToString().StartsWith("confirmed", StringComparison.Ordinal) ?? false);
        return string.Join(
            "; ",
            row["vcpus"], row["memoryMiB"], row["architecture"], (bool)row["bareMetal"]!, ExpectedDevices(row), row["network"]!["efaInterfaces"], row["localNvmeGB"],
            row["eni"]!["defaultCardInterfaces"], row["eni"]!["ipv4PerInterface"], row["maxPods"], (int?)row["maxPodsPrefixDelegation"],
            ((decimal)row["network"]!["baselineGbps"]!).ToString("0.0###"), row["ebsMbps"],
            (long?)row["osMemTotalMiBMeasured"], (bool?)row["spot"]!["eligible"], (decimal?)prices["us-east-1"], isConfirmed ? (decimal?)prices["us-west-2"] : null);
    }

    private static string ExpectedDevices(JObject row) => (row["gpu"], row["accelerator"]) switch
    {
        (JObject gpu, _) => $"{gpu["count"]} x {gpu["name"]} {gpu["memoryMiBEach"]} {gpu["extendedResource"]} {(decimal?)gpu["fractionOfPhysicalGpu"]}",
        (_, JObject neuron) => $"{neuron["count"]} x {neuron["name"]} {neuron["deviceMemoryMiBEach"]} aws.amazon.com/neuron {(int)neuron["neuronCores"]! / (int)neuron["count"]!}",
        _ => "none",
    };

    private static string Actual(InstanceType type)
    {
        var devices = type.Accelerator is { } device
            ? $"{device.Count} x {device.Name} {device.NominalMemory.Bytes >> 20} {device.Model.Resource} {device.Model.CoresPerDevice ?? device.Fraction}"
            : "none";
        return string.Join(
            "; ",
            type.Vcpus, type.Memory.Bytes >> 20, type.Architecture.ToString().ToLowerInvariant(), type.IsBareMetal, devices, type.EfaInterfaces, type.LocalNvmeGigabytes,
            type.PodLimits.Interfaces, type.PodLimits.AddressesPerInterface, type.MaxPods, type.PodLimits.WithPrefixes,
            type.NetworkGbps.ToString("0.0###"), type.EbsMbps,
            type.MeasuredMemory?.Bytes >> 20, type.IsSoldAsSpot, type.OnDemandPrice("us-east-1")?.UsdPerHour, type.OnDemandPrice("us-west-2")?.UsdPerHour);
    }
}
