namespace Infra.Planning.Diffing;

/// <summary>What the change of a value does to its resource.</summary>
public enum PropertyEffect
{
    /// <summary>Nothing: the change is ignored, or can't be told.</summary>
    None,

    /// <summary>It changes in place.</summary>
    Update,

    /// <summary>In place or not: no source tells, or it depends.</summary>
    Unknown,

    Replace,
}
