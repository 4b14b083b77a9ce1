using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Json;

/// <summary>One value of a schema document that knows where it stands, so that every error can say so.</summary>
internal sealed class JsonNode
{
    private readonly JsonNode? _parent;
    private readonly string _step;

    public JsonNode(JsonNode? parent, string step, int offset)
    {
        _parent = parent;
        _step = step;
        Offset = offset;
    }

    public int Offset { get; }

    /// <summary>A string, double, bool, null, list or ordered list of members.</summary>
    public object? Value { get; set; }

    public string Path => _parent is null ? "$" : _parent.Path + _step;

    public IReadOnlyList<KeyValuePair<string, JsonNode>> Members =>
        Value as List<KeyValuePair<string, JsonNode>> ?? throw new SchemaException(this, "must be an object.");

    public IReadOnlyList<JsonNode> Items =>
        Value as List<JsonNode> ?? throw new SchemaException(this, "must be an array.");

    public string Text => Value as string ?? throw new SchemaException(this, "must be a string.");

    public bool Flag => Value as bool? ?? throw new SchemaException(this, "must be true or false.");

    public JsonNode? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Key == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    public JsonNode Require(string name) => Find(name) ?? throw new SchemaException(this, $"'{name}' is missing.");

    /// <summary>Refuses members that the generator would silently ignore.</summary>
    public void AllowOnly(params string[] names)
    {
        foreach (var member in Members)
        {
            if (System.Array.IndexOf(names, member.Key) < 0)
            {
                throw new SchemaException(member.Value, $"'{member.Key}' is not supported here; supported are: {string.Join(", ", names)}.");
            }
        }
    }
}
