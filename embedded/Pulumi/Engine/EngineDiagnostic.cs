namespace Pulumi.Embedded;

/// <param name="Urn">The resource that the message is about, where there is one.</param>
public sealed record EngineDiagnostic(EngineSeverity Severity, string Message, string? Urn);
