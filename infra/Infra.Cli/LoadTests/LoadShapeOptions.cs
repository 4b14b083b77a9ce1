using System.CommandLine;
using System.Globalization;
using Infra.Capacity.Traces;
using Infra.Cli.Options;
using Infra.Core;
using Infra.LoadTesting.Arrivals;
using Infra.LoadTesting.Runs;

namespace Infra.Cli.LoadTests;

/// <summary>The options that say how much load there is, and for how long.</summary>
internal sealed class LoadShapeOptions
{
    private const string Forms = "a time, such as 500ms, 30s, 5min or 1h";

    private readonly Option<string?> _rate = new("--rate") { Description = "Open loop: send so many requests, whatever comes back, such as 50/s or 3000/min", HelpName = "rate" };
    private readonly Option<bool> _poisson = new("--poisson") { Description = "Send at random times with that rate, as independent users do, instead of at equal distances" };
    private readonly Option<string?> _seed = new("--seed") { Description = "Of --poisson: the same number gives the same times. Default: 1", HelpName = "number" };
    private readonly Option<string?> _trace = new("--trace") { Description = "Open loop: send when the requests of this trace were sent, CSV or JSON lines", HelpName = "file" };
    private readonly Option<string?> _concurrency = new("--concurrency", "-c") { Description = "Closed loop: so many users, each of whom waits for an answer; several numbers are measured one after the other, such as 1,2,4,8. Default: 1", HelpName = "numbers" };
    private readonly Option<string?> _duration = new("--duration", "-d") { Description = "How long to measure. Default: 30s; of a trace, all of it", HelpName = "time" };
    private readonly Option<string?> _requests = new("--requests", "-n") { Description = "Measure so many requests at most", HelpName = "number" };
    private readonly Option<string?> _warmUp = new("--warm-up") { Description = "How long to send before anything is measured. Default: 5s", HelpName = "time" };
    private readonly Option<string?> _timeout = new("--timeout") { Description = "What a request takes longer is a failure. Default: 30s", HelpName = "time" };
    private readonly Option<string?> _maxInFlight = new("--max-in-flight") { Description = "Open loop: requests without an answer that there may be; what can't be sent is counted. Default: 10000", HelpName = "number" };

    public IEnumerable<Option> All => [_rate, _poisson, _seed, _trace, _concurrency, _duration, _requests, _warmUp, _timeout, _maxInFlight];

    /// <exception cref="UsageException">They contradict each other, or one of them can't be.</exception>
    public IReadOnlyList<LoadShape> Read(ParseResult result)
    {
        Option[] kinds = [_rate, _trace, _concurrency];
        if (kinds.Count(kind => result.GetResult(kind) is not null) > 1)
        {
            throw new UsageException("--rate, --trace and --concurrency exclude each other: the first two are open loops, the third a closed one");
        }
        if (result.GetValue(_rate) is null && (result.GetValue(_poisson) || result.GetValue(_seed) is not null))
        {
            throw new UsageException("--poisson and --seed need a --rate");
        }
        var plan = new LoadPlan
        {
            Duration = MoreThanNone(_duration, result),
            WarmUp = Time(_warmUp, result) ?? TimeSpan.FromSeconds(5),
            Timeout = MoreThanNone(_timeout, result),
            MostRequests = OptionValue.Positive(_requests, result),
            MaxInFlight = OptionValue.Positive(_maxInFlight, result) ?? 10_000,
        };
        var length = $"{Words(plan.Duration)} after {Words(plan.WarmUp)} of warm-up";
        if (result.GetValue(_trace) is { } trace)
        {
            return [OfTrace(trace, plan, isCut: result.GetValue(_duration) is not null)];
        }
        if (result.GetValue(_rate) is not { } rate)
        {
            return [.. Users(result.GetValue(_concurrency) ?? "1").Select(users => new LoadShape($"closed loop, {Counted.Of(users, "user")}, {length}", users, plan with { Concurrency = users }))];
        }
        if (!ArrivalRate.TryParse(rate, out var perSecond))
        {
            throw new UsageException($"--rate is '{rate}'; allowed: {ArrivalRate.AllowedForm}");
        }
        var seed = OptionValue.Positive(_seed, result) ?? 1;
        return result.GetValue(_poisson)
            ? [new LoadShape($"open loop, {rate} at random (seed {seed}), {length}", null, plan with { Arrivals = ArrivalTimes.Poisson(perSecond, seed) })]
            : [new LoadShape($"open loop, {rate}, {length}", null, plan with { Arrivals = ArrivalTimes.Constant(perSecond) })];
    }

    // The whole trace is read before anything is sent: a bad line in its middle must not end a run.
    private LoadShape OfTrace(string file, LoadPlan plan, bool isCut)
    {
        InputFile.RequireRepeatable(_trace.Name, file);
        var (count, last) = (0L, 0L);
        try
        {
            foreach (var at in Times(file))
            {
                (count, last) = (count + 1, at);
            }
        }
        catch (TraceFormatException e)
        {
            throw new UsageException(e.MessageFor(InputFile.Shown(file)));
        }
        var length = TimeSpan.FromMicroseconds(last + 1) - plan.WarmUp;
        if (length <= TimeSpan.Zero)
        {
            throw new UsageException($"--trace: the trace is over within the warm-up, {Words(plan.WarmUp)}; shorten that with --warm-up");
        }
        var measured = isCut && plan.Duration < length ? plan.Duration : length;
        return new LoadShape($"open loop, {count} requests of a trace, the first {Words(plan.WarmUp)} for warming up", null, plan with { Arrivals = Times(file), Duration = measured });
    }

    private IEnumerable<long> Times(string file)
    {
        var anyone = new TraceModels([new TraceModel("endpoint", CountsTokens: false)], all: "endpoint");
        foreach (var request in TraceReader.Read(InputFile.Open(_trace.Name, file), anyone))
        {
            yield return request.AtMicros;
        }
    }

    private List<int> Users(string text)
    {
        var numbers = text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var users) && users is > 0 and <= 100_000 ? users : 0).ToList();
        return numbers.Contains(0) || numbers.Distinct().Count() < numbers.Count
            ? throw new UsageException($"{_concurrency.Name} is '{text}'; allowed: different whole numbers from 1 to 100000, with commas between them")
            : numbers;
    }

    private static TimeSpan MoreThanNone(Option<string?> option, ParseResult result) => Time(option, result) switch
    {
        null => TimeSpan.FromSeconds(30),
        { Ticks: > 0 } time => time,
        _ => throw new UsageException($"{option.Name} is '{result.GetValue(option)}'; allowed: {Forms}, more than none"),
    };

    private static TimeSpan? Time(Option<string?> option, ParseResult result)
    {
        if (result.GetValue(option) is not { } text)
        {
            return null;
        }
        (string Unit, double Seconds)[] units = [("ms", 0.001), ("min", 60), ("s", 1), ("h", 3600)];
        var (unit, seconds) = units.FirstOrDefault(unit => text.EndsWith(unit.Unit, StringComparison.Ordinal));
        return unit is not null && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * seconds < TimeSpan.FromDays(7).TotalSeconds
            ? TimeSpan.FromSeconds(number * seconds)
            : throw new UsageException($"{option.Name} is '{text}'; allowed: {Forms}, less than seven days");
    }

    private static string Words(TimeSpan time) => time.TotalSeconds < 1 && time > TimeSpan.Zero ? $"{time.TotalMilliseconds:0} ms" : $"{time.TotalSeconds:0.#} s";
}
