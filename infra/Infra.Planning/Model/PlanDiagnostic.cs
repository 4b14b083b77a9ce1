namespace Infra.Planning.Model;

/// <summary>Something that the program or the engine has to say about a plan.</summary>
/// <param name="Urn">The resource it is about; null when it is about none or the whole stack.</param>
public sealed record PlanDiagnostic(DiagnosticSeverity Severity, string Message, Urn? Urn = null);
