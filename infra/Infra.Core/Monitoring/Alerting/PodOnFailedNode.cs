namespace Infra.Core.Monitoring.Alerting;

/// <summary>The alert that says which pods stood on a node that failed: it hides their own alerts, and nobody is told of it.</summary>
public static class PodOnFailedNode
{
    /// <summary>Its name.</summary>
    public const string Name = "PodOnFailedNode";
}
