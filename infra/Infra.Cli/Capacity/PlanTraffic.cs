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
    private const string NoReplicas = "no replica, and no scaler that would start one";
    private const string Start = "set 'replicas', or name it with --rate MODEL=RATE to see what its callers meet";
    private const string NoProfile = $"nothing says what a replica of it does; {Measure}";

    private readonly TrafficRequest _request;
    private readonly SimulatedPlatform _platform;
    private readonly bool[] _canAnswer;
    private readonly TraceModels? _models;
    private readonly TrafficShape? _shape;
    private readonly ImmutableArray<SyntheticModel> _synthetic = [];
    private readonly ImmutableArray<int> _unasked = [];
    private readonly SortedSet<int> _refused = [];
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
            _unasked = request.RateOfAll is null ? [] : [.. Enumerable.Range(0, models.Length).Where(index => IsUnasked(platform.Models[index], index))];
            _synthetic = Synthetic(models);
            _refused.UnionWith(_synthetic.Select(model => model.Index).Where(platform.IsSwitchedOff));
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
        ? new TrafficSource($"the requests of {InputFile.Shown(Path.GetFileName(_request.Trace!))}{Without([.. _leftOut.Index().Where(left => left.Item > 0).Select(left => left.Index)])}", [.. LeftOut([.. _leftOut.Index().Where(left => left.Item > 0).Select(left => FormattableString.Invariant($"{left.Item:N0} for {NameOf(left.Index)}"))]), .. Refused])
        : new TrafficSource(
            $"made-up {Words(_shape)}{Without(_unasked)}",
            [
                .. LeftOut([.. _unasked.Where(index => !_platform.IsSwitchedOff(index)).Select(index => $"those for {NameOf(index)}")]),
                .. _unasked.Where(_platform.IsSwitchedOff).Select(index => $"requests that were left out: those for {NameOf(index)}; it has {NoReplicas}; {Start}"),
                .. Refused,
                $"made-up requests: {string.Join(", ", _synthetic.Select(model => $"{model.Name} {new Core.Capacity.RequestRate(model.PerSecond)}"))}{(_shape.Peak > 1 ? $", at the busiest moment {_shape.Peak:0.##} times as many" : "")}",
                .. _synthetic.Select(model => model.Lengths).OfType<TokenLengths>().Select(lengths => $"lengths of made-up prompts and answers: {lengths.Source}").Distinct(),
            ]);

    private IEnumerable<string> Refused => _refused.Select(index => $"all requests for {NameOf(index)} are refused: it has {NoReplicas}");

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
        _refused.Clear();
        bool[] isOff = [.. _canAnswer.Select((_, index) => _platform.IsSwitchedOff(index))];
        var isEmpty = true;
        foreach (var request in requests)
        {
            if (_canAnswer[request.Model])
            {
                isEmpty = false;
                if (isOff[request.Model])
                {
                    _refused.Add(request.Model);
                }

                yield return request;
            }
            else
            {
                _leftOut[request.Model]++;
            }
        }

        if (isEmpty && _leftOut.Any(count => count > 0))
        {
            var names = _leftOut.Index().Where(left => left.Item > 0).Select(left => $"'{NameOf(left.Index)}'");
            throw new UsageException($"{InputFile.Shown(_request.Trace!)}: all requests are for {string.Join(", ", names)}, of which nothing says what a replica does; {Measure}, or say with --model NAME=MODEL that another model is meant");
        }
    }

    // Who asks for all at once means those that can answer; what is named is sent, whatever becomes of it.
    private bool IsUnasked(SimulatedModel model, int index) =>
        model.IsCalledByName && !_request.Rates.ContainsKey(model.Name) && (!_canAnswer[index] || _platform.IsSwitchedOff(index));

    private string NameOf(int model) => _platform.Models[model].Name;

    private string Without(ImmutableArray<int> models) => models.IsEmpty ? "" : $", without those for {string.Join(", ", models.Select(NameOf))}";

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
               let rate = _request.Rates.TryGetValue(pair.Item.Name, out var own) ? own : _platform.Models[pair.Index].IsCalledByName && !_unasked.Contains(pair.Index) ? _request.RateOfAll : null
               where rate is not null
               select new SyntheticModel(pair.Index, pair.Item.Name, rate.Value.PerSecond, pair.Item.CountsTokens ? _request.Lengths : null),
        ];
        return (asked.IsEmpty, _unasked.Any(_platform.IsSwitchedOff)) switch
        {
            (false, _) => asked,
            (_, false) => throw new UsageException($"--rate: of no model is known what a replica does; {Measure}"),
            _ => throw new UsageException($"--rate: no model can answer: {string.Join("; ", _unasked.Select(index => _platform.IsSwitchedOff(index) ? $"'{NameOf(index)}' has {NoReplicas}; {Start}" : $"'{NameOf(index)}': {NoProfile}"))}"),
        };
    }

    private static string Words(TrafficShape shape) => shape.Kind switch
    {
        Core.Capacity.TrafficKind.Steady => "steady traffic",
        Core.Capacity.TrafficKind.Diurnal => "traffic of days and nights",
        Core.Capacity.TrafficKind.Burst => "traffic with bursts",
        _ => "traffic with a crowd",
    };
}
