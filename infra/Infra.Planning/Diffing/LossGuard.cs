namespace Infra.Planning.Diffing;

/// <summary>What keeps data that a change would take with it.</summary>
public enum LossGuard
{
    /// <summary>Nothing: the data are gone.</summary>
    None,

    /// <summary>Pulumi refuses to delete the resource, and with that the whole update.</summary>
    Protected,

    /// <summary>The old one stays, and nobody manages it any more.</summary>
    Retained,

    /// <summary>The provider refuses, or takes a snapshot first, as long as the resource says so.</summary>
    Provider,
}
