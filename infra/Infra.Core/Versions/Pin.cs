namespace Infra.Core.Versions;

/// <summary>A fixed version of something that somebody else publishes.</summary>
/// <param name="Source">Where the version was read.</param>
/// <param name="AsOf">When the version was read or published, as ISO 8601 date or month.</param>
public abstract record Pin(string Source, string AsOf)
{
    /// <summary>When its publisher stops supporting the version, as ISO 8601 date or month; null where no end is announced.</summary>
    public string? EndOfSupport { get; init; }
}
