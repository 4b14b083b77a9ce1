using System;
using Pulumi.SchemaGenerator.Json;

namespace Pulumi.SchemaGenerator;

/// <summary>A schema that can't be generated from, and the place in the document that says why.</summary>
internal sealed class SchemaException : Exception
{
    public SchemaException(string path, int offset, string message)
        : base($"{path}: {message}")
    {
        Offset = offset;
    }

    public SchemaException(JsonNode node, string message)
        : this(node.Path, node.Offset, message)
    {
    }

    public int Offset { get; }
}
