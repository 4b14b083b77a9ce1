namespace Infra.Planning.Diffing;

/// <summary>What becomes of a value.</summary>
public enum PropertyChangeKind
{
    Change,
    Add,
    Remove,

    /// <summary>The items of a list are the same in another order.</summary>
    Reorder,
}
