namespace Infra.Capacity.Recommendation;

/// <summary>What came of trying a setting: a simulation, or why there is none.</summary>
public sealed record Attempt
{
    private Attempt(TriedSetting? tried, string? why) => (Tried, Why) = (tried, why);

    public TriedSetting? Tried { get; }

    public string? Why { get; }

    public static Attempt Of(TriedSetting tried) => new(tried, null);

    public static Attempt Refused(string why) => new(null, why);
}
