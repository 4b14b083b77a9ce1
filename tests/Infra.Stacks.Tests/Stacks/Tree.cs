using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Values that a mock gets, as JSON, to read and compare them whole.</summary>
internal static class Tree
{
    public static JsonNode Of(object? value) => JsonSerializer.SerializeToNode(value)!;

    /// <summary>Asserts that a value is this document; the order of keys doesn't matter.</summary>
    public static void Equal(string json, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), actual), $"expected: {JsonNode.Parse(json)!.ToJsonString()}\nactual:   {actual?.ToJsonString() ?? "(nothing)"}");
}
