using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Model;

internal sealed record FunctionSchema(Token Token, IReadOnlyList<PropertySchema> Inputs, IReadOnlyList<PropertySchema> Outputs);
