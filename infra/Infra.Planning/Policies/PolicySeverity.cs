namespace Infra.Planning.Policies;

/// <summary>How bad a finding is, from least to worst.</summary>
public enum PolicySeverity
{
    /// <summary>Could be better; nothing fails because of it.</summary>
    Info,

    /// <summary>Works now, and fails, costs or leaks under conditions that come sooner or later.</summary>
    Warning,

    /// <summary>Fails as it stands, or leaves a door open.</summary>
    Error,
}
