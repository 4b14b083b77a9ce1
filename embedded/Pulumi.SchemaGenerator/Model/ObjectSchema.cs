using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Model;

internal sealed record ObjectSchema(Token Token, IReadOnlyList<PropertySchema> Properties);
