namespace Infra.Planning.Diffing;

/// <summary>What stands between data and the change that would take them along.</summary>
public enum LossGuard
{
    /// <summary>Nothing: the data are gone.</summary>
    None,

    /// <summary>Pulumi refuses to delete the resource, and with that the whole update.</summary>
    Protected,

    /// <summary>The cloud refuses to delete it as long as it holds something: the update stops there.</summary>
    Refused,

    /// <summary>The data stay, or a copy of them.</summary>
    Kept,

    /// <summary>The old resource stays, and Pulumi doesn't manage it any more.</summary>
    Retained,
}
