namespace Infra.Core.Monitoring.Rules;

/// <summary>How much an alert hurries; the value of its label <c>severity</c>.</summary>
public enum Severity
{
    /// <summary>Users are hurt now, or will be within the hour: wakes somebody.</summary>
    P0,

    /// <summary>Somebody looks the same day.</summary>
    P1,

    /// <summary>Somebody looks within the week.</summary>
    P2,
}
