namespace Infra.Cli.Doctor;

/// <summary>What a check found.</summary>
internal enum CheckState
{
    Ok,

    /// <summary>It isn't there.</summary>
    Missing,

    /// <summary>It is there, and not as it has to be.</summary>
    Wrong,

    /// <summary>Nobody could tell: no network, no answer, another check comes first.</summary>
    Unknown,
}
