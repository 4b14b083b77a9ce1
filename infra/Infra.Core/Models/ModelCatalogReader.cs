using System.Collections.Immutable;
using System.Text.Json;
using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Models;

/// <summary>Reads <c>Catalog/Data/models.json</c>.</summary>
internal sealed class ModelCatalogReader(Dictionary<string, FactSource> sources)
{
    public static ModelCatalog ReadEmbedded()
    {
        using var document = DataFile.Open("models.json");
        var root = document.RootElement;
        var sources = ImmutableArray.CreateBuilder<FactSource>();
        foreach (var source in root.GetProperty("sources").EnumerateObject())
        {
            sources.Add(DataFile.Source(source.Name, source.Value));
        }

        var reader = new ModelCatalogReader(sources.ToDictionary(source => source.Id, StringComparer.Ordinal));
        var models = ImmutableArray.CreateBuilder<ModelSpec>();
        foreach (var model in root.GetProperty("models").EnumerateObject())
        {
            models.Add(reader.Model(model.Name, model.Value));
        }

        return new ModelCatalog(DataFile.Date(DataFile.Text(root, "asOf")), sources.ToImmutable(), models.ToImmutable());
    }

    private ModelSpec Model(string name, JsonElement row)
    {
        var attention = row.GetProperty("attention");
        var precision = row.GetProperty("precision").GetString();
        var checkpointSource = row.GetProperty("checkpointSource").GetString();
        return new ModelSpec
        {
            Name = name,
            Repository = DataFile.Text(row, "repository"),
            Family = DataFile.Text(row, "family"),
            Task = Enum.Parse<ModelTask>(DataFile.Text(row, "task"), ignoreCase: true),
            Parameters = row.GetProperty("parameters").GetInt64(),
            ActiveParameters = DataFile.Number(row, "activeParameters"),
            MaxContext = (int?)DataFile.Number(row, "maxContext"),
            Attention = DataFile.IsNull(attention) ? null : Attention(attention),
            Embedding = row.TryGetProperty("embedding", out var embedding) ? Embedding(embedding) : null,
            NativePrecision = precision is null ? null : Enum.Parse<WeightPrecision>(precision, ignoreCase: true),
            NeedsBfloat16 = row.TryGetProperty("needsBfloat16", out var needs) && needs.GetBoolean(),
            CheckpointSize = DataFile.Number(row, "checkpointBytes") is { } bytes ? new ByteSize(bytes) : null,
            CheckpointSource = checkpointSource is null ? null : sources[checkpointSource],
            Sources = [.. DataFile.Strings(row.GetProperty("sources")).Select(id => sources[id])],
            Note = row.GetProperty("note").GetString(),
        };
    }

    private static AttentionShape Attention(JsonElement row) => new()
    {
        Layers = row.GetProperty("layers").GetInt32(),
        Heads = row.GetProperty("heads").GetInt32(),
        KvHeads = row.GetProperty("kvHeads").GetInt32(),
        HeadDim = row.GetProperty("headDim").GetInt32(),
        LatentElements = (int?)DataFile.OptionalNumber(row, "latentElements"),
        SlidingWindow = (int?)DataFile.OptionalNumber(row, "slidingWindow"),
        WindowedLayers = (int)(DataFile.OptionalNumber(row, "windowedLayers") ?? 0),
        CrossAttentionTokens = (int)(DataFile.OptionalNumber(row, "crossAttentionTokens") ?? 0),
    };

    private static EmbeddingShape Embedding(JsonElement row) =>
        new(row.GetProperty("vocabulary").GetInt32(), row.GetProperty("hidden").GetInt32(), row.GetProperty("tied").GetBoolean());
}
