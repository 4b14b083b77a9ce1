namespace Infra.Planning.Diffing;

/// <summary>Why a reader is spared a changed value unless he asks for everything.</summary>
public enum Fold
{
    /// <summary>He isn't.</summary>
    None,

    /// <summary><c>ignoreChanges</c> names it: an update leaves it alone.</summary>
    Ignored,

    /// <summary><c>hideDiffs</c> names it: an update does it, and Pulumi shows nothing.</summary>
    Hidden,

    /// <summary>A label or annotation that only repeats a version.</summary>
    VersionLabel,

    /// <summary>A hash of what is shown elsewhere.</summary>
    Checksum,

    /// <summary>Another order of what has none.</summary>
    Order,

    /// <summary>The same JSON, written otherwise.</summary>
    Format,

    /// <summary>What the resource waits for. Only of note where it has values that aren't known, which may come from elsewhere then.</summary>
    Dependency,

    /// <summary>One of the plans doesn't know the value, or may not tell it.</summary>
    NotComparable,
}
