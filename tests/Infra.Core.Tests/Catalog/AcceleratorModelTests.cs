using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Tests.Catalog;

public sealed class AcceleratorModelTests
{
    private static readonly InstanceCatalog Catalog = InstanceCatalog.Default;

    public static TheoryData<string> Ids => [.. Catalog.Models.Select(model => model.Id)];

    [Fact]
    public void A_model_is_read_fact_by_fact()
    {
        var model = Model("a100-40gb");

        Assert.Equal(("a100", "nvidia", "NVIDIA A100 40GB", "nvidia.com/gpu", "Ampere", 8.0m), (model.Name, model.Manufacturer, model.Product, model.Resource, model.Architecture, model.ComputeCapability));
        Assert.Equal([Precision.Fp32, Precision.Fp16, Precision.Bf16], model.Precisions.ToArray());
        Assert.Equal((40_960, 40_960, 40_442), (Mebibytes(model.NominalMemory), Mebibytes(model.DriverMemory!.Value), Mebibytes(model.UsableMemory)));
        Assert.Equal(("k8s-test-infra", FactBasis.Measured), (model.MeasuredMemorySource?.Id, model.UsableMemoryBasis));
        Assert.Equal(
            ["1g.5gb 1/1 x7", "1g.10gb 1/2 x4", "2g.10gb 2/2 x3", "3g.20gb 3/4 x2", "4g.20gb 4/4 x1", "7g.40gb 7/8 x1"],
            model.Mig!.Profiles.Select(profile => $"{profile.Name} {profile.ComputeSlices}/{profile.MemorySlices} x{profile.MaxPerGpu}"));
        Assert.Equal(["mig-user-guide", "mig-supported-gpus", "mig-parted"], model.Mig.Sources.Select(source => source.Id));
        Assert.Null(model.EndOfSupport);
    }

    [Fact]
    public void Memory_that_nobody_measured_is_an_estimate_below_what_any_measured_card_keeps()
    {
        Assert.Equal((FactBasis.Estimated, 22_342), (Model("l4").UsableMemoryBasis, Mebibytes(Model("l4").UsableMemory)));
        Assert.Equal((FactBasis.Estimated, 131_245), (Model("h200").UsableMemoryBasis, Mebibytes(Model("h200").UsableMemory)));

        var measured = Catalog.Models.Where(model => model.UsableMemoryBasis == FactBasis.Measured).ToList();
        Assert.Equal(909, measured.Min(model => model.MeasuredMemory!.Value.Bytes * 1000 / model.NominalMemory.Bytes));
        Assert.Equal(
            970,
            measured.Where(model => model.DriverMemory is not null).Min(model => model.MeasuredMemory!.Value.Bytes * 1000 / model.DriverMemory!.Value.Bytes));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_model_makes_sense(string id)
    {
        var model = Model(id);

        Assert.StartsWith(model.Name, id);
        Assert.Contains((model.Manufacturer, model.Resource), new[] { ("nvidia", "nvidia.com/gpu"), ("amd", "amd.com/gpu"), ("aws", "aws.amazon.com/neuron") });
        Assert.Equal(model.Manufacturer == "nvidia", model.ComputeCapability is >= 7.0m and <= 12.0m);
        Assert.Equal(model.Manufacturer == "aws", model.CoresPerDevice is 2 or 4 or 8);
        Assert.Equal(model.MeasuredMemory is null, model.MeasuredMemorySource is null);
        Assert.True(model.UsableMemory <= (model.DriverMemory ?? model.NominalMemory));
        Assert.Equal(model.Precisions.Distinct().Order(), model.Precisions);
        Assert.Equal(model.Precisions.IsEmpty, model.Manufacturer == "amd");
        Assert.Contains(Catalog.All, type => type.Accelerator?.Model == model);
    }

    [Theory]
    [InlineData("v100-32gb", Precision.Fp16, true)]
    [InlineData("v100-32gb", Precision.Bf16, false)]
    [InlineData("t4", Precision.Bf16, false)]
    [InlineData("a100-80gb", Precision.Bf16, true)]
    [InlineData("a100-80gb", Precision.Fp8, false)]
    [InlineData("l4", Precision.Fp8, true)]
    [InlineData("h200", Precision.Fp4, false)]
    [InlineData("b300", Precision.Fp4, true)]
    [InlineData("inferentia2", Precision.Bf16, true)]
    public void A_generation_computes_in_the_formats_that_it_has(string id, Precision precision, bool has) =>
        Assert.Equal(has, Model(id).Precisions.Contains(precision));

    [Fact]
    public void V100_has_seen_the_end_of_its_software()
    {
        Assert.Equal(["v100-16gb", "v100-32gb"], Catalog.Models.Where(model => model.EndOfSupport is not null).Select(model => model.Id));
        Assert.Equal(
            "its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01",
            Model("v100-16gb").EndOfSupport!.ToString());
    }

    private static long Mebibytes(ByteSize size) => size.Bytes >> 20;

    private static AcceleratorModel Model(string id) => Catalog.Models.Single(model => model.Id == id);
}
