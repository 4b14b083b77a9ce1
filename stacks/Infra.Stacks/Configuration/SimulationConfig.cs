using System.Collections.Immutable;
using Infra.Core.Capacity;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>
/// Requests that the environment is simulated with wherever it is reported on, pull requests included: those of a trace, or made-up ones. Creates nothing. What a figure means stands in docs/capacity.md.
/// </summary>
public sealed record SimulationConfig : IConfigRules
{
    /// <summary>A trace: CSV or JSON lines, compressed with gzip or not; a path from the folder of Pulumi.yaml. Exactly one of trace and synthetic.</summary>
    public string? Trace { get; init; }

    /// <summary>Names of models in the trace that are others here. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Models { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The model that all other requests of the trace are for. Default: the trace says it, or there is only one model.</summary>
    public string? Model { get; init; }

    /// <summary>Made-up traffic, as it goes up and down.</summary>
    public TrafficKind? Synthetic { get; init; }

    /// <summary>Requests by model, for made-up traffic, such as 10/s; on average over a day, or outside of bursts and crowds. A model that isn't named is asked for nothing.</summary>
    public ImmutableSortedDictionary<string, RequestRate> Rates { get; init; } = ImmutableSortedDictionary<string, RequestRate>.Empty;

    /// <summary>How long. Default: all of a trace; a day of diurnal traffic, an hour of other.</summary>
    [InRange<GoDuration>(Min = "1s", Max = "744h")]
    public GoDuration? Duration { get; init; }

    /// <summary>Where all chance comes from. Default: 1.</summary>
    [InRange(Min = 0, Max = 1_000_000_000)]
    public int Seed { get; init; } = 1;

    /// <summary>Measured profiles by model, or by model@accelerator, as loadtest writes them; paths from the folder of Pulumi.yaml. Default: none; language models of the catalogue are estimated.</summary>
    public ImmutableSortedDictionary<string, string> Profiles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Trace is null == Synthetic is null)
        {
            problems.Add(path, Trace is null ? "has no requests; say one of trace and synthetic" : "has both trace and synthetic; say exactly one");
        }
        else if (Synthetic is not null && Rates.IsEmpty)
        {
            problems.Add(ConfigPath.Key(path, "rates"), "there is none, so that nobody asks; name a model with its rate, such as {assistant: 2/s}");
        }
        else if (Synthetic is null && !Rates.IsEmpty)
        {
            problems.Add(ConfigPath.Key(path, "rates"), "are for synthetic; a trace has its own");
        }

        if (Trace is null && (Model is not null || !Models.IsEmpty))
        {
            problems.Add(ConfigPath.Key(path, Model is null ? "models" : "model"), "is for trace; made-up traffic names the plan's models in rates");
        }
    }
}
