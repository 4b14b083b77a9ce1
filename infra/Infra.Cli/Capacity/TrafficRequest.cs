using System.Collections.Immutable;
using Infra.Capacity.Traces.Synthetic;
using Infra.Core.Capacity;
using Infra.Core.Units;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>The requests that a plan is simulated with, as somebody asked for them: in the command line, or in the environment's file.</summary>
internal sealed record TrafficRequest
{
    /// <summary>A Monday: office hours go by the day of the week.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file with the trace; null where traffic is made up.</summary>
    public string? Trace { get; init; }

    /// <summary>What says so, for messages: an option, or a key.</summary>
    public string Origin { get; init; } = "--trace";

    /// <summary>What the trace calls models that the plan calls otherwise.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The model that all other requests are for.</summary>
    public string? Model { get; init; }

    /// <summary>How made-up traffic goes; null where there is a trace.</summary>
    public TrafficKind? Kind { get; init; }

    public IReadOnlyDictionary<string, RequestRate> Rates { get; init; } = ImmutableSortedDictionary<string, RequestRate>.Empty;

    /// <summary>The rate of every model that isn't named; null for none.</summary>
    public RequestRate? RateOfAll { get; init; }

    public double? Peak { get; init; }

    public TokenLengths Lengths { get; init; } = TokenLengths.Conversation;

    public GoDuration? Duration { get; init; }

    public long Seed { get; init; } = 1;

    public DateTimeOffset Start { get; init; } = DefaultStart;

    /// <summary>How long after the first request models are updated.</summary>
    public IReadOnlyDictionary<string, GoDuration> Updates { get; init; } = ImmutableSortedDictionary<string, GoDuration>.Empty;

    /// <summary>Files with measured profiles, by model.</summary>
    public IReadOnlyDictionary<string, string> Profiles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The same, with the rate of all for a model by its name: who looks for a setting of a model wants requests for it, though it be switched off now.</summary>
    /// <param name="model">Its name.</param>
    public TrafficRequest Naming(string model) =>
        RateOfAll is { } rate && !Rates.ContainsKey(model) ? this with { Rates = Rates.ToImmutableSortedDictionary(StringComparer.Ordinal).Add(model, rate) } : this;

    /// <summary>What the file of an environment asks for.</summary>
    /// <param name="config">What stands there.</param>
    /// <param name="folder">The folder that its paths start from.</param>
    /// <exception cref="UsageException">There is no file of a profile.</exception>
    public static TrafficRequest Of(SimulationConfig config, string folder) => new()
    {
        Trace = config.Trace is { } trace ? Path.Combine(folder, trace) : null,
        Origin = "gpu-inference:capacity.trace",
        Names = config.Models,
        Model = config.Model,
        Kind = config.Synthetic,
        Rates = config.Rates,
        Duration = config.Duration,
        Seed = config.Seed,
        Profiles = config.Profiles.ToImmutableSortedDictionary(profile => profile.Key, profile => ProfileOf(profile.Key, Path.Combine(folder, profile.Value)), StringComparer.Ordinal),
    };

    private static string ProfileOf(string model, string path)
    {
        InputFile.Require($"gpu-inference:capacity.profiles.{model}", path);
        return path;
    }
}
