namespace Pulumi.SchemaGenerator.Emit;

internal sealed record GeneratedFile(string Name, string Text);
