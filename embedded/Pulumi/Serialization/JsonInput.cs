namespace Pulumi.Serialization;

/// <summary>A value that goes to the engine as JSON text.</summary>
internal sealed record JsonInput(object Value);
