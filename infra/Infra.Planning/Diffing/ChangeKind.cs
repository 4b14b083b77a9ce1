namespace Infra.Planning.Diffing;

/// <summary>What an update does with a resource, in the order in which a reader wants to hear of it.</summary>
public enum ChangeKind
{
    Replace,

    /// <summary>Something changes of which nobody has told whether it can change in place.</summary>
    UpdateOrReplace,
    Delete,
    Update,

    /// <summary>Only what Pulumi notes of it changes: its options, its parent, its provider.</summary>
    Settings,

    /// <summary>The stack tells its users something else.</summary>
    Outputs,
    Create,

    /// <summary>It exists already and is adopted.</summary>
    Import,

    /// <summary>It belongs to somebody else and is only read.</summary>
    Read,

    /// <summary>An alias tells that it only has another name or parent than before.</summary>
    Rename,
}
