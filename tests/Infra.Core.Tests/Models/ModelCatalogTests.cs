using Infra.Core.Models;

namespace Infra.Core.Tests.Models;

// One theory row per model, so that a failure names the row of the data file.
public sealed class ModelCatalogTests
{
    private static readonly ModelCatalog Catalog = ModelCatalog.Default;

    public static TheoryData<string> Names => [.. Catalog.All.Select(model => model.Name)];

    [Fact]
    public void Names_are_unique_and_in_ordinal_order()
    {
        var names = Catalog.All.Select(model => model.Name).ToList();

        Assert.Equal(50, names.Count);
        Assert.Equal(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_makes_sense(string name)
    {
        Assert.True(Catalog.TryGet(name, out var model));

        Assert.Matches("^[a-z0-9]+([.-][a-z0-9]+)*$", name);
        Assert.Matches("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", model.Repository);
        Assert.InRange(model.Parameters, 1_000_000, 2_000_000_000_000);
        Assert.True(model.ActiveParameters is null || model.ActiveParameters < model.Parameters);
        Assert.NotEmpty(model.Sources);
        Assert.Equal(model.CheckpointSize is null, model.CheckpointSource is null);
        Assert.True(model.CheckpointSize is null || model.NativePrecision is not null);
        Assert.All(model.Sources, source => Assert.True(source.Date is null || source.Date <= Catalog.AsOf));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shape_makes_sense(string name)
    {
        Assert.True(Catalog.TryGet(name, out var model));
        if (model.Attention is not { } attention)
        {
            Assert.Null(model.Embedding);
            return;
        }

        Assert.InRange(attention.Layers, 1, 200);
        Assert.True(attention.KvHeads == 0 || attention.Heads % attention.KvHeads == 0);
        Assert.Equal(attention.SlidingWindow is null, attention.WindowedLayers == 0);
        Assert.InRange(attention.WindowedLayers, 0, attention.Layers - 1);
        // An encoder caches nothing, everything else does.
        Assert.Equal(model.Task == ModelTask.TextEncoding, attention.KvElementsPerLayerAndToken == 0);
        Assert.Equal(model.Task == ModelTask.TextGeneration, model.Embedding is not null);
        Assert.True(model.Embedding is not { } tables || (tables.IsTied ? 1 : 2) * tables.TableParameters < model.Parameters * 0.6);
    }

    [Fact]
    public void Every_source_is_read_by_somebody()
    {
        var used = Catalog.All.SelectMany(model => model.Sources).Concat(Catalog.All.Select(model => model.CheckpointSource!).Where(source => source is not null));

        Assert.Equal(Catalog.Sources.Select(source => source.Id).Order(StringComparer.Ordinal), used.Select(source => source.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Elements_of_the_cache_by_hand()
    {
        // 2 x 8 heads x 128; latent 512 + rotary key 64; 2 x 20 heads x 64.
        Assert.Equal([2048, 576, 2560], new[] { "llama-3.3-70b-instruct", "deepseek-r1", "whisper-large-v3" }.Select(Elements));

        static long Elements(string name) => Catalog.TryGet(name, out var model) ? model.Attention!.KvElementsPerLayerAndToken : 0;
    }

    [Fact]
    public void A_near_name_is_suggested()
    {
        Assert.False(Catalog.TryGet("llama-3.1-8b-instruc", out _));
        Assert.Equal("llama-3.1-8b-instruct", Catalog.Suggest("llama-3.1-8b-instruc"));
        Assert.Null(Catalog.Suggest("resnet-18b"));
    }
}
