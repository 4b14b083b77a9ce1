namespace Pulumi.Embedded;

public enum EngineSeverity
{
    Debug,
    Info,
    Warning,
    Error,
}
