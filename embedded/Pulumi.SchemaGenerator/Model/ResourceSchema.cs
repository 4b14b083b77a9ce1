using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Model;

/// <param name="FormerTypes">Type tokens that the resource had before; the class makes aliases of them.</param>
internal sealed record ResourceSchema(
    Token Token,
    IReadOnlyList<PropertySchema> Inputs,
    IReadOnlyList<PropertySchema> Outputs,
    IReadOnlyList<string> FormerTypes);
