namespace Infra.Planning.Rendering;

/// <summary>What a piece of text means; a terminal gives each role a colour, plain output gives none.</summary>
public enum TextRole
{
    Plain,
    Heading,

    /// <summary>The lines that draw a tree.</summary>
    Guide,
    Create,
    Update,
    Replace,
    Delete,
    Read,
    Unknown,
    Secret,
    Warning,
    Error,
}
