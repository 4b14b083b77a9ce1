namespace Pulumi.Embedded;

/// <param name="Message">For people; without stack frames.</param>
/// <param name="Urn">The resource that the message is about, where there is one.</param>
/// <param name="Detail">The whole exception behind an unexpected failure.</param>
public sealed record EngineDiagnostic(EngineSeverity Severity, string Message, string? Urn, string? Detail = null);
