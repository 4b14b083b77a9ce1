namespace Infra.Planning.Diffing.Rendering;

/// <summary>How much of a section is told.</summary>
internal enum MarkdownDetail
{
    /// <summary>Every change with its values.</summary>
    Values,

    /// <summary>A line for each change, and why.</summary>
    Titles,

    /// <summary>The first of them, and how many more there are.</summary>
    Few,

    /// <summary>How many of each type.</summary>
    Counts,
}
