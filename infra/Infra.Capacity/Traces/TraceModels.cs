using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Capacity.Traces;

/// <summary>Whom the requests of a trace are for: traces have names of their own for models, or none.</summary>
public sealed class TraceModels
{
    private readonly ImmutableArray<TraceModel> _models;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly int? _all;

    /// <param name="models">The models of the platform, in its order.</param>
    /// <param name="names">What a trace calls a model, with the model's name in the plan.</param>
    /// <param name="all">The model that every request is for which <paramref name="names"/> doesn't name; null for whatever the trace says.</param>
    /// <exception cref="ArgumentException">A name isn't one of the platform's.</exception>
    public TraceModels(ImmutableArray<TraceModel> models, IReadOnlyDictionary<string, string>? names = null, string? all = null)
    {
        _models = models;
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (model, index) in models.Select((model, index) => (model.Name, index)))
        {
            byName[model] = index;
        }

        var plan = byName.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, model) in names ?? ImmutableDictionary<string, string>.Empty)
        {
            byName[name] = Index(plan, model);
        }

        _all = all is null ? null : Index(plan, all);
        _byName = byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Names of the plan's models.</summary>
    public string Names => Shown.List(_models.Select(model => model.Name));

    /// <summary>Whether the model has to be told lengths.</summary>
    public bool CountsTokens(int model) => _models[model].CountsTokens;

    public string NameOf(int model) => _models[model].Name;

    /// <summary>The model of a request.</summary>
    /// <param name="name">What the trace says; null where it says nothing.</param>
    /// <param name="hasName">Whether the trace says something.</param>
    /// <param name="line">The request's line.</param>
    /// <exception cref="TraceFormatException">Nobody knows whom it is for.</exception>
    internal int Of(ReadOnlySpan<char> name, bool hasName, long line)
    {
        if (hasName && _byName.TryGetValue(name, out var index))
        {
            return index;
        }

        return _all ?? (hasName, _models.Length) switch
        {
            (false, 1) => 0,
            (false, _) => throw new TraceFormatException(line, $"nothing says which model requests are for; name it with --model NAME, or add a column 'model'; there are: {Names}"),
            _ => throw new TraceFormatException(line, $"the plan has no model {Shown.Quoted(name.ToString())}; there are: {Names}; --model {Shown.Line(name.ToString())}=NAME says which one is meant"),
        };
    }

    private static int Index(Dictionary<string, int> plan, string model) =>
        plan.TryGetValue(model, out var index) ? index : throw new ArgumentException($"the plan has no model {Shown.Quoted(model)}; there are: {Shown.List(plan.Keys.Order(StringComparer.Ordinal))}", nameof(model));
}
