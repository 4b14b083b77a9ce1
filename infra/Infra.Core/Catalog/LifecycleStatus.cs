namespace Infra.Core.Catalog;

/// <summary>Whether something can still be bought and should be used for new work.</summary>
public enum LifecycleStatus
{
    /// <summary>No reason against it is known.</summary>
    Current,

    /// <summary>Can be had, but its end is near or its software no longer follows; warn and name the replacements.</summary>
    Legacy,

    /// <summary>No longer offered to everyone; works only where somebody still has it.</summary>
    Retired,
}
