namespace Infra.Planning.Model;

public enum DiagnosticSeverity
{
    Info,
    Warning,
    Error,
}
