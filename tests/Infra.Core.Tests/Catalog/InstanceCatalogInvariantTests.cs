using Infra.Core.Catalog;

namespace Infra.Core.Tests.Catalog;

// One theory row per instance type, so that a failure names the row of the data file.
public sealed class InstanceCatalogInvariantTests
{
    private static readonly InstanceCatalog Catalog = InstanceCatalog.Default;

    public static TheoryData<string> Names => [.. Catalog.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_makes_sense(string name)
    {
        Assert.True(Catalog.TryGet(name, out var type));
        var offered = type.Allocatable;

        Assert.Matches("^[a-z0-9-]+\\.[a-z0-9]+$", name);
        Assert.InRange(type.Vcpus, 1, 1024);
        Assert.InRange(type.MaxPods, 8, 737);
        Assert.InRange(type.EfaInterfaces, 0, 32);
        Assert.True(type.LocalNvmeGigabytes >= 0);
        Assert.True(type.MeasuredMemory is null || (type.MeasuredMemory < type.Memory && type.MeasuredMemory.Value.Bytes > type.Memory.Bytes * 0.85));
        Assert.InRange(offered.Cpu.Millicores, 1, (type.Vcpus * 1000L) - 1);
        Assert.InRange(offered.Memory.Bytes, 1, type.Memory.Bytes - 1);
        Assert.All(type.OnDemandPrices, price => Assert.InRange(price.UsdPerHour, 0.01m, 500m));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_accelerator_makes_sense(string name)
    {
        Assert.True(Catalog.TryGet(name, out var type));
        if (type.Accelerator is not { } gpu)
        {
            return;
        }

        Assert.Contains(gpu.Model, Catalog.Models);
        if (gpu.Fraction is { } fraction)
        {
            Assert.Equal(0, gpu.Count);
            Assert.InRange(gpu.NominalMemory.Bytes, (long)(gpu.Model.NominalMemory.Bytes * (fraction - 0.001m)), (long)(gpu.Model.NominalMemory.Bytes * fraction));
            return;
        }

        Assert.Contains(gpu.Count, new[] { 1, 2, 4, 6, 8, 12, 16 });
        Assert.Equal(gpu.Model.NominalMemory, gpu.NominalMemory);
        Assert.Equal(gpu.NominalMemory.Bytes * gpu.Count, gpu.TotalNominalMemory.Bytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_is_not_current_says_why_and_names_current_replacements_of_the_same_architecture(string name)
    {
        Assert.True(Catalog.TryGet(name, out var type));
        var isCurrent = type.Lifecycle.Status == LifecycleStatus.Current;

        Assert.Equal(isCurrent, type.Lifecycle.Reason is null);
        Assert.Equal(isCurrent, type.Lifecycle.Replacements.IsEmpty);
        Assert.All(type.Lifecycle.Replacements, replacement =>
        {
            Assert.True(Catalog.TryGet(replacement, out var other));
            Assert.Equal(LifecycleStatus.Current, other.Lifecycle.Status);
            Assert.Equal(type.Architecture, other.Architecture);
        });
    }

    [Fact]
    public void Names_are_unique_and_in_ordinal_order()
    {
        var names = Catalog.All.Select(type => type.Name).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Every_group_of_facts_has_sources_none_younger_than_the_catalogue()
    {
        Assert.Equal(
            [
                "shape", "accelerator", "computeCapability", "efaInterfaces", "localNvmeGB", "maxPods", "osMemoryMiB", "reservation", "spot", "lifecycle",
                "precisions", "usableMemory", "mig", "networkInterfaces", "bandwidth", "instanceStore", "endOfSupport",
            ],
            Catalog.Facts.Select(group => group.Name));
        Assert.All(Catalog.Facts, group => Assert.NotEmpty(group.Sources));
        Assert.All(Catalog.Sources, source =>
        {
            // A page has no commit; where its date is unknown the note says so.
            Assert.Matches(source.Commit is null ? "^[\\w.-]+(/[\\w.-]+)?$" : "^[\\w.-]+/[\\w.-]+$", source.Site);
            Assert.True(source.Date is not null || source.Site.Contains('/') || source.Note.EndsWith("seen in a stored copy without a date", StringComparison.Ordinal));
            Assert.NotEmpty(source.Path);
            Assert.NotEmpty(source.Note);
            Assert.True(source.Date is null || (source.Date >= new DateOnly(2023, 1, 1) && source.Date <= Catalog.AsOf));
        });
    }

    [Fact]
    public void Every_source_is_used()
    {
        var used = Catalog.Facts.SelectMany(group => group.Sources)
            .Concat(Catalog.All.SelectMany(type => type.OnDemandPrices).Select(price => price.Source));

        Assert.Equal(
            Catalog.Sources.Select(source => source.Id).Order(StringComparer.Ordinal),
            used.Select(source => source.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
