using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Infra.Capacity.Traces.Synthetic;
using Infra.Cli.Options;
using Infra.Core.Capacity;
using Infra.Core.Units;

namespace Infra.Cli.Capacity;

/// <summary>What every command takes that simulates: which requests come, and what is known of replicas.</summary>
internal sealed class TrafficOptions
{
    private static readonly ImmutableSortedDictionary<string, TrafficKind> _kinds = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [
        KeyValuePair.Create("burst", TrafficKind.Burst), KeyValuePair.Create("diurnal", TrafficKind.Diurnal),
        KeyValuePair.Create("flash-crowd", TrafficKind.FlashCrowd), KeyValuePair.Create("steady", TrafficKind.Steady),
    ]);

    private readonly Option<string?> _trace = new("--trace") { Description = "The requests: CSV or JSON lines, compressed with gzip or not; docs/capacity.md describes the forms", HelpName = "file" };
    private readonly Option<string[]> _model = new("--model") { Description = "The model that requests of the trace are for, or the one that is meant by a name in it; may be repeated", HelpName = "model|name=model" };
    private readonly Option<string?> _synthetic = new("--synthetic") { Description = $"Make requests up instead: {string.Join(", ", _kinds.Keys)}", HelpName = "kind" };
    private readonly Option<string[]> _rate = new("--rate") { Description = "How often a model is asked, such as assistant=2/s, or each model by 2/s; for --synthetic, may be repeated", HelpName = "model=rate" };
    private readonly Option<string?> _peak = new("--peak") { Description = "The busiest moment of made-up traffic as a multiple of the rate. Default: 1.5 for diurnal, 4 for burst, 10 for flash-crowd", HelpName = "number" };
    private readonly Option<string?> _tokens = new("--tokens") { Description = "Lengths of made-up prompts and answers: conversation or code, as in Azure's public traces. Default: conversation", HelpName = "kind" };
    private readonly Option<string?> _duration = new("--duration") { Description = "How much of the requests, such as 1h. Default: all of a trace; a day of diurnal traffic, an hour of other", HelpName = "duration" };
    private readonly Option<string?> _start = new("--start") { Description = "What time it is at the first request, for office hours. Default: 2026-01-05T00:00:00Z, a Monday", HelpName = "time" };
    private readonly Option<string?> _seed = new("--seed") { Description = "Where all chance comes from. Default: 1", HelpName = "number" };
    private readonly Option<string[]> _profile = new("--profile") { Description = "What a replica of a model does, as 'loadtest' measured it, on one accelerator or on all; may be repeated. Default: an estimate from the catalogue", HelpName = "model[@accelerator]=file" };
    private readonly Option<string[]> _update = new("--update") { Description = "Update a model so long after the first request, such as assistant=20m, in the way that the plan says; may be repeated", HelpName = "model=duration" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _trace, _model, _synthetic, _rate, _peak, _tokens, _duration, _start, _seed, _profile, _update })
        {
            command.Add(option);
        }
    }

    /// <summary>Whether the command line says which requests come.</summary>
    public bool AreGiven(ParseResult result) => result.GetValue(_trace) is not null || result.GetValue(_synthetic) is not null;

    /// <summary>What the environment's file asks for, with what the command line says on top of it.</summary>
    /// <exception cref="UsageException">An option doesn't belong to it.</exception>
    public TrafficRequest OnTopOf(TrafficRequest configured, ParseResult result)
    {
        foreach (var option in new Option[] { _model, _rate, _peak, _tokens })
        {
            if (result.GetResult(option) is { Implicit: false })
            {
                throw new UsageException($"{option.Name} needs {_trace.Name} or {_synthetic.Name}: what the environment's file says of its requests is taken as it is");
            }
        }

        return configured with
        {
            Duration = Duration(result) ?? configured.Duration,
            Seed = Seed(result) ?? configured.Seed,
            Start = Start(result) ?? configured.Start,
            Updates = Updates(result),
            Profiles = configured.Profiles.Concat(Profiles(result)).GroupBy(profile => profile.Key, StringComparer.Ordinal).ToImmutableSortedDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal),
        };
    }

    /// <summary>What the command line asks for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="isRepeated">Whether the requests are sent more than once, to several plans.</param>
    /// <exception cref="UsageException">Options exclude each other, or a value isn't one.</exception>
    public TrafficRequest Read(ParseResult result, bool isRepeated = false)
    {
        var (trace, kind) = (result.GetValue(_trace), Kind(result));
        switch (trace, kind)
        {
            case ({ }, { }):
                throw new UsageException($"{_trace.Name} and {_synthetic.Name} are two ways to say which requests come; leave one out");
            case (null, null):
                throw new UsageException($"which requests come? Say {_trace.Name} FILE or {_synthetic.Name} KIND, or set gpu-inference:capacity in the environment's file", $"'./run {result.CommandResult.Command.Name} --help' shows the usage.");
        }

        Refuse(result, trace is null ? [_model] : [_rate, _peak, _tokens], trace is null ? _trace : _synthetic);
        var models = Pairs(_model, result);
        var rates = Rates(result);
        if (kind is not null && rates.Count == 0)
        {
            throw new UsageException($"{_synthetic.Name} needs {_rate.Name} MODEL=RATE, such as {_rate.Name} assistant=2/s");
        }

        if (models.Count(pair => pair.Name.Length == 0) > 1)
        {
            throw new UsageException($"{_model.Name} names several models for all requests; say which name in the trace means which: {_model.Name} NAME=MODEL");
        }

        if (isRepeated && trace is not null)
        {
            InputFile.RequireRepeatable(_trace.Name, trace);
        }

        return new TrafficRequest
        {
            Trace = trace,
            Names = Once(_model, models.Where(pair => pair.Name.Length > 0)),
            Model = models.Where(pair => pair.Name.Length == 0).Select(pair => pair.Value).FirstOrDefault(),
            Kind = kind,
            Rates = rates.Where(rate => rate.Key.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal),
            RateOfAll = rates.TryGetValue("", out var all) ? all : null,
            Peak = Peak(result, kind),
            Lengths = Lengths(result),
            Duration = Duration(result),
            Seed = Seed(result) ?? 1,
            Start = Start(result) ?? TrafficRequest.DefaultStart,
            Updates = Updates(result),
            Profiles = Profiles(result),
        };
    }

    private static void Refuse(ParseResult result, Option[] options, Option other)
    {
        if (options.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } needless)
        {
            throw new UsageException($"{needless.Name} is for {other.Name}; leave it out");
        }
    }

    private TrafficKind? Kind(ParseResult result) => OptionValue.Known(result.GetValue(_synthetic), "kind of traffic", _kinds.Keys) is { } kind ? _kinds[kind] : null;

    private ImmutableSortedDictionary<string, RequestRate> Rates(ParseResult result) => Once(_rate, Pairs(_rate, result)).ToImmutableSortedDictionary(
        pair => pair.Key,
        pair => RequestRate.TryParse(pair.Value, out var rate) ? rate : throw new UsageException($"{_rate.Name} is '{InputFile.Shown(pair.Value)}'; allowed: {RequestRate.AllowedForm}"),
        StringComparer.Ordinal);

    private double? Peak(ParseResult result, TrafficKind? kind) => result.GetValue(_peak) switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var peak) && peak >= 1 && peak <= TrafficShape.MostPeak(kind!.Value) => peak,
        var text => throw new UsageException($"{_peak.Name} is '{InputFile.Shown(text)}'; allowed: a number from 1 to {TrafficShape.MostPeak(kind!.Value)}"),
    };

    private TokenLengths Lengths(ParseResult result) =>
        OptionValue.Known(result.GetValue(_tokens), "kind of lengths", TokenLengths.All.Select(lengths => lengths.Name)) is { } name ? TokenLengths.All.Single(lengths => lengths.Name == name) : TokenLengths.Conversation;

    private GoDuration? Duration(ParseResult result) => result.GetValue(_duration) switch
    {
        null => null,
        var text when GoDuration.TryParse(text, out var duration) && duration.Milliseconds is >= 1000 and <= 744 * 3_600_000L => duration,
        var text => throw new UsageException($"{_duration.Name} is '{InputFile.Shown(text)}'; allowed: {GoDuration.AllowedForm}, from 1s to 744h"),
    };

    private long? Seed(ParseResult result) => result.GetValue(_seed) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => seed,
        var text => throw new UsageException($"{_seed.Name} is '{InputFile.Shown(text)}'; allowed: a whole number, 0 or more"),
    };

    private DateTimeOffset? Start(ParseResult result) => result.GetValue(_start) switch
    {
        null => null,
        var text when DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start) => start,
        var text => throw new UsageException($"{_start.Name} is '{InputFile.Shown(text)}'; allowed: a date and time, such as 2026-01-05T08:00:00Z"),
    };

    private ImmutableSortedDictionary<string, string> Profiles(ParseResult result)
    {
        var pairs = Pairs(_profile, result);
        return pairs.Exists(pair => pair.Name.Length == 0) ? throw new UsageException($"{_profile.Name} needs MODEL=FILE") : Once(_profile, pairs);
    }

    private ImmutableSortedDictionary<string, GoDuration> Updates(ParseResult result) => Once(_update, Pairs(_update, result)).ToImmutableSortedDictionary(
        pair => pair.Key,
        pair => pair.Key.Length > 0 && GoDuration.TryParse(pair.Value, out var after) ? after : throw new UsageException($"{_update.Name} is '{InputFile.Shown(pair.Value)}'; allowed: MODEL=DURATION, {GoDuration.AllowedForm}"),
        StringComparer.Ordinal);

    private static List<(string Name, string Value)> Pairs(Option<string[]> option, ParseResult result) =>
        [.. (result.GetValue(option) ?? []).Select(text => text.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : ("", text))];

    private static ImmutableSortedDictionary<string, string> Once(Option option, IEnumerable<(string Name, string Value)> pairs)
    {
        var groups = pairs.GroupBy(pair => pair.Name, StringComparer.Ordinal).ToList();
        return groups.Find(group => group.Count() > 1) is { } twice
            ? throw new UsageException($"{option.Name} says {(twice.Key.Length == 0 ? "twice what holds for all models" : $"twice what '{InputFile.Shown(twice.Key)}' is")}; say it once")
            : groups.ToImmutableSortedDictionary(group => group.Key, group => group.Single().Value, StringComparer.Ordinal);
    }
}
