namespace Infra.Browser.Tests;

/// <summary>What the script of that name answers.</summary>
public sealed record Contrast
{
    /// <summary>How many pieces of text were looked at.</summary>
    public int Texts { get; set; }

    /// <summary>Those that are hard to read.</summary>
    public string[] Found { get; set; } = [];
}
