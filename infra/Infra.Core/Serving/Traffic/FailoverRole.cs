namespace Infra.Core.Serving.Traffic;

/// <summary>Which of two environments answers for a host.</summary>
public enum FailoverRole
{
    /// <summary>The one that does while it can.</summary>
    Primary,

    /// <summary>The one that does otherwise.</summary>
    Secondary,
}
