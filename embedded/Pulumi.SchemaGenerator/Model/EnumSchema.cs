using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Model;

/// <param name="Members">C# names and wire values.</param>
internal sealed record EnumSchema(Token Token, IReadOnlyList<KeyValuePair<string, string>> Members);
