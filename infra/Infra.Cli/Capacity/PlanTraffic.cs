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
    private const string NoProfile = "nothing says what a replica of it does; measure one with './run loadtest' and name the file with --profile MODEL=FILE";

    private readonly TrafficRequest _request;
    private readonly TraceModels? _models;
    private readonly TrafficShape? _shape;
    private readonly ImmutableArray<SyntheticModel> _synthetic = [];

    /// <exception cref="UsageException">A name isn't a model's, or nobody knows what the model does.</exception>
    public PlanTraffic(TrafficRequest request, SimulatedPlatform platform)
    {
        _request = request;
        var models = platform.Models.Select(model => new TraceModel(model.Name, model.Places.Any(place => place.Profile is TokenProfile), CanServe(model) ? null : NoProfile)).ToImmutableArray();
        if (request.Kind is { } kind)
        {
            _shape = new TrafficShape { Kind = kind, DurationMicros = request.Duration?.Milliseconds * 1000 ?? TrafficShape.DefaultDurationMicros(kind), Peak = request.Peak ?? TrafficShape.DefaultPeak(kind) };
            _synthetic = Synthetic(request, models);
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
    }

    /// <summary>Whether somebody knows what the model does, wherever it runs.</summary>
    public static bool CanServe(SimulatedModel model) => model.Places.All(place => place.Profile is not null);

    /// <summary>When the simulation ends: with the time that was asked for; null for with the last answer.</summary>
    public long? EndMicros => _shape?.DurationMicros ?? _request.Duration?.Milliseconds * 1000;

    public TrafficSource Source => _shape is null
        ? new TrafficSource($"the requests of {InputFile.Shown(Path.GetFileName(_request.Trace!))}", [])
        : new TrafficSource(
            $"made-up {Words(_shape)}",
            [
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
        return EndMicros is { } end ? requests.TakeWhile(request => request.AtMicros < end) : requests;
    }

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

    private static ImmutableArray<SyntheticModel> Synthetic(TrafficRequest request, ImmutableArray<TraceModel> models)
    {
        foreach (var name in request.Rates.Keys.Order(StringComparer.Ordinal))
        {
            if (models.FirstOrDefault(model => model.Name == name) is not { } model)
            {
                throw new UsageException($"--rate: the plan has no model {Shown.Quoted(name)}; there are: {Shown.List(models.Select(one => one.Name))}");
            }

            if (model.WhyNot is { } reason)
            {
                throw new UsageException($"--rate: a request for '{name}' can't be simulated: {reason}");
            }
        }

        ImmutableArray<SyntheticModel> asked =
        [
            .. from pair in models.Index()
               let rate = request.Rates.TryGetValue(pair.Item.Name, out var own) ? own : pair.Item.WhyNot is null ? request.RateOfAll : null
               where rate is not null
               select new SyntheticModel(pair.Index, pair.Item.Name, rate.Value.PerSecond, pair.Item.CountsTokens ? request.Lengths : null),
        ];
        return asked.IsEmpty ? throw new UsageException($"--rate: of no model is known what a replica does; {NoProfile[(NoProfile.IndexOf("; ", StringComparison.Ordinal) + 2)..]}") : asked;
    }

    private static string Words(TrafficShape shape) => shape.Kind switch
    {
        Core.Capacity.TrafficKind.Steady => "steady traffic",
        Core.Capacity.TrafficKind.Diurnal => "traffic of days and nights",
        Core.Capacity.TrafficKind.Burst => "traffic with bursts",
        _ => "traffic with a crowd",
    };
}
