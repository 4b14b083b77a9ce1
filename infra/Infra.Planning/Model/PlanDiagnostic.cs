namespace Infra.Planning.Model;

/// <summary>Something that the program or the engine has to say about a plan.</summary>
/// <param name="Urn">The resource it is about; null when it is about none or the whole stack.</param>
/// <param name="Detail">What only the program's author wants to see: the whole exception behind an unexpected failure. Not shown unless asked for.</param>
public sealed record PlanDiagnostic(DiagnosticSeverity Severity, string Message, Urn? Urn = null, string? Detail = null);
