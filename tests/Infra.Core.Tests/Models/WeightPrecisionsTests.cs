using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Models;

namespace Infra.Core.Tests.Models;

public sealed class WeightPrecisionsTests
{
    [Theory]
    [InlineData("v100-32gb", "fp32, fp16, int4")]
    [InlineData("t4", "fp32, fp16, int8, int4")]
    [InlineData("a100-80gb", "fp32, bf16, fp16, int8, int4, mxfp4")]
    [InlineData("a10g", "fp32, bf16, fp16, int8, int4, mxfp4")]
    [InlineData("l4", "fp32, bf16, fp16, fp8, int8, int4, mxfp4")]
    [InlineData("h100", "fp32, bf16, fp16, fp8, int8, int4, mxfp4")]
    [InlineData("b200", "fp32, bf16, fp16, fp8, int4, mxfp4")]
    [InlineData("rtx-pro-server-6000", "fp32, bf16, fp16, fp8, int4, mxfp4")]
    public void Each_generation_runs_its_formats(string gpu, string formats)
    {
        var model = InstanceCatalog.Default.Models.Single(model => model.Id == gpu);

        Assert.Equal(formats, string.Join(", ", WeightPrecisions.All.Where(format => format.RunsOn(model)).Select(format => format.Name())));
    }

    [Theory]
    // What overflows in fp16 overflows too where integers are unpacked to fp16.
    [InlineData("t4", "fp32")]
    [InlineData("a10g", "fp32, bf16, int8, int4, mxfp4")]
    [InlineData("h100", "fp32, bf16, fp8, int8, int4, mxfp4")]
    public void Gemma_runs_only_beside_bfloat16(string gpu, string formats)
    {
        Assert.True(ModelCatalog.Default.TryGet("gemma-2-9b-it", out var gemma));
        var model = InstanceCatalog.Default.Models.Single(model => model.Id == gpu);

        Assert.Equal(formats, string.Join(", ", WeightPrecisions.All.Where(format => gemma.RunsOn(format, model)).Select(format => format.Name())));
    }

    [Fact]
    public void Kernels_of_vLLM_for_integers_are_for_NVIDIA() =>
        Assert.DoesNotContain(WeightPrecisions.All, format => format is WeightPrecision.Int8 or WeightPrecision.Int4 && format.RunsOn(InstanceCatalog.Default.Models.First(model => model.Manufacturer == "aws")));

    [Fact]
    public void Bits_names_and_floors()
    {
        Assert.Equal(
            ["fp32 32", "bf16 16", "fp16 16", "fp8 8 floor", "int8 8 floor", "int4 4 floor", "mxfp4 4 floor"],
            WeightPrecisions.All.Select(format => $"{format.Name()} {format.BitsPerParameter()}{(format.IsFloor() ? " floor" : "")}"));
        Assert.Equal([32, 16, 16, 16, 16, 16, 16], WeightPrecisions.All.Select(format => format.KvCacheBits()));
    }

    [Fact]
    public void The_names_are_those_of_the_configuration() => Assert.All(
        WeightPrecisions.All,
        format => Assert.Equal(
            format.Name(),
            typeof(WeightPrecision).GetField(format.ToString())!.GetCustomAttributes(typeof(WireNameAttribute), inherit: false).Cast<WireNameAttribute>().Single().Name));

    [Fact]
    public void A_format_outside_the_enum_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ((WeightPrecision)99).Name());
}
