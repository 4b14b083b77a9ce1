namespace Infra.Automation.Engine;

/// <summary>What is previewed.</summary>
public enum PreviewedOperation
{
    Up,
    Refresh,
    Destroy,
}
