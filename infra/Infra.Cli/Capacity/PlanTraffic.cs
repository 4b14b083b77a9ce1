using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Rendering;
using Infra.Capacity.Service;
using Infra.Capacity.Traces;
using Infra.Capacity.Traces.Synthetic;
using Infra.Core.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>The requests that somebody asked for, for the models of a platform. They can be had as often as somebody needs them.</summary>
internal sealed class PlanTraffic
{
    private const string Measure = "measure one with './run loadtest' and name the file with --profile MODEL=FILE";
    private const string NoProfile = $"nothing says what a replica of it does; {Measure}";

    private readonly TrafficRequest _request;
    private readonly SimulatedPlatform _platform;
    private readonly bool[] _canAnswer;
    private readonly TraceModels? _models;
    private readonly TrafficShape? _shape;
    private readonly ImmutableArray<SyntheticModel> _synthetic = [];
    private readonly ImmutableArray<string> _unasked = [];
    private readonly long[] _leftOut;

    /// <exception cref="UsageException">A name isn't a model's, or nobody knows what the model does.</exception>
    public PlanTraffic(TrafficRequest request, SimulatedPlatform platform)
    {
        _request = request;
        var models = platform.Models.Select((model, index) => new TraceModel(model.Name, CountsTokens(platform, index))).ToImmutableArray();
        (_platform, _canAnswer, _leftOut) = (platform, [.. models.Select((_, index) => platform.CanAnswer(index))], new long[models.Length]);
        if (request.Kind is { } kind)
        {
            _shape = new TrafficShape { Kind = kind, DurationMicros = request.Duration?.Milliseconds * 1000 ?? TrafficShape.DefaultDurationMicros(kind), Peak = request.Peak ?? TrafficShape.DefaultPeak(kind) };
            _synthetic = Synthetic(models);
            _unasked = request.RateOfAll is null ? [] : [.. models.Where((_, index) => !_canAnswer[index] && platform.Models[index].IsCalledByName).Select(model => model.Name)];
            return;
        }

        try
        {
            _models = new TraceModels(models, request.Names, request.Model);
        }
        catch (ArgumentException problem)
        {
            throw new UsageException($"--model: {problem.Message[..problem.Message.LastIndexOf(" (Parameter", StringComparison.Ordinal)]}");
        }

        if (models.Index().FirstOrDefault(model => model.Item.Name == request.Model) is { Item: { } all } meant && !_canAnswer[meant.Index])
        {
            throw new UsageException($"--model: a request for '{all.Name}' can't be simulated: {NoProfile}");
        }
    }

    /// <summary>When the simulation ends: with the time that was asked for; null for with the last answer.</summary>
    public long? EndMicros => _shape?.DurationMicros ?? _request.Duration?.Milliseconds * 1000;

    public TrafficSource Source => _shape is null
        ? new TrafficSource($"the requests of {InputFile.Shown(Path.GetFileName(_request.Trace!))}{Without([.. _leftOut.Index().Where(left => left.Item > 0).Select(left => _models!.NameOf(left.Index))])}", LeftOut([.. _leftOut.Index().Where(left => left.Item > 0).Select(left => FormattableString.Invariant($"{left.Item:N0} for {_models!.NameOf(left.Index)}"))]))
        : new TrafficSource(
            $"made-up {Words(_shape)}{Without(_unasked)}",
            [
                .. LeftOut([.. _unasked.Select(name => $"those for {name}")]),
                $"made-up requests: {string.Join(", ", _synthetic.Select(model => $"{model.Name} {new Core.Capacity.RequestRate(model.PerSecond)}"))}{(_shape.Peak > 1 ? $", at the busiest moment {_shape.Peak:0.##} times as many" : "")}",
                .. _synthetic.Select(model => model.Lengths).OfType<TokenLengths>().Select(lengths => $"lengths of made-up prompts and answers: {lengths.Source}").Distinct(),
            ]);

    /// <summary>The requests, in order; a broken trace is told while they are read.</summary>
    /// <exception cref="UsageException">While they are asked for: the trace can't be read.</exception>
    public IEnumerable<TraceRequest> Requests()
    {
        if (_shape is not null)
        {
            return SyntheticTrace.Of(_shape, _synthetic, _request.Seed);
        }

        var requests = Told(TraceReader.Read(InputFile.Open(_request.Origin, _request.Trace!), _models!));
        return Answered(EndMicros is { } end ? requests.TakeWhile(request => request.AtMicros < end) : requests);
    }

    // A simulation of the others is worth more than none; how many weren't sent is said with the rest.
    private IEnumerable<TraceRequest> Answered(IEnumerable<TraceRequest> requests)
    {
        Array.Clear(_leftOut);
        var isEmpty = true;
        foreach (var request in requests)
        {
            if (_canAnswer[request.Model])
            {
                isEmpty = false;
                yield return request;
            }
            else
            {
                _leftOut[request.Model]++;
            }
        }

        if (isEmpty && _leftOut.Any(count => count > 0))
        {
            var names = _leftOut.Index().Where(left => left.Item > 0).Select(left => $"'{_models!.NameOf(left.Index)}'");
            throw new UsageException($"{InputFile.Shown(_request.Trace!)}: all requests are for {string.Join(", ", names)}, of which nothing says what a replica does; {Measure}, or say with --model NAME=MODEL that another model is meant");
        }
    }

    private static string Without(ImmutableArray<string> names) => names.IsEmpty ? "" : $", without those for {string.Join(", ", names)}";

    private static ImmutableArray<string> LeftOut(ImmutableArray<string> requests) =>
        requests.IsEmpty ? [] : [$"requests that were left out: {string.Join(", ", requests)}; nothing says what their replicas do; {Measure}"];

    private static bool CountsTokens(SimulatedPlatform platform, int model) =>
        platform.Models[model].Shares.Select(share => share.Model).DefaultIfEmpty(model).Any(one => platform.Models[one].Places.Any(place => place.Profile is TokenProfile));

    private IEnumerable<TraceRequest> Told(IEnumerable<TraceRequest> requests)
    {
        using var each = requests.GetEnumerator();
        while (Next(each))
        {
            yield return each.Current;
        }
    }

    private bool Next(IEnumerator<TraceRequest> requests)
    {
        try
        {
            return requests.MoveNext();
        }
        catch (TraceFormatException problem)
        {
            throw new UsageException(problem.MessageFor(InputFile.Shown(_request.Trace!)));
        }
    }

    private ImmutableArray<SyntheticModel> Synthetic(ImmutableArray<TraceModel> models)
    {
        foreach (var name in _request.Rates.Keys.Order(StringComparer.Ordinal))
        {
            var index = models.ToList().FindIndex(model => model.Name == name);
            if (index < 0)
            {
                throw new UsageException($"--rate: the plan has no model {Shown.Quoted(name)}; there are: {Shown.List(models.Select(one => one.Name))}");
            }

            if (!_canAnswer[index])
            {
                throw new UsageException($"--rate: a request for '{name}' can't be simulated: {NoProfile}");
            }
        }

        ImmutableArray<SyntheticModel> asked =
        [
            .. from pair in models.Index()
               let rate = _request.Rates.TryGetValue(pair.Item.Name, out var own) ? own : _canAnswer[pair.Index] && _platform.Models[pair.Index].IsCalledByName ? _request.RateOfAll : null
               where rate is not null
               select new SyntheticModel(pair.Index, pair.Item.Name, rate.Value.PerSecond, pair.Item.CountsTokens ? _request.Lengths : null),
        ];
        return asked.IsEmpty ? throw new UsageException($"--rate: of no model is known what a replica does; {Measure}") : asked;
    }

    private static string Words(TrafficShape shape) => shape.Kind switch
    {
        Core.Capacity.TrafficKind.Steady => "steady traffic",
        Core.Capacity.TrafficKind.Diurnal => "traffic of days and nights",
        Core.Capacity.TrafficKind.Burst => "traffic with bursts",
        _ => "traffic with a crowd",
    };
}
