namespace Infra.LoadTesting.Results;

/// <summary>What became of the requests of one second.</summary>
public sealed class SecondSample
{
    public long Answered { get; internal set; }

    /// <summary>Failed, or not sent.</summary>
    public long Failed { get; internal set; }

    /// <summary>The longest of the answered ones.</summary>
    public long WorstMicros { get; internal set; }
}
