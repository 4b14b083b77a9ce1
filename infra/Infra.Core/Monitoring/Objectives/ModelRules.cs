using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>All rules of a model: what is recorded at four levels, and alerts on what it promises.</summary>
public static class ModelRules
{
    /// <summary>The groups.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<RuleGroup> Of(WatchedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            Group(model, WireNames.Name(RuleLevel.Base), BaseRules.Of(model)),
            Group(model, WireNames.Name(RuleLevel.Business), BusinessRules.Of(model)),
            Group(model, WireNames.Name(RuleLevel.Model), RuntimeRules.Of(model)),
            Group(model, WireNames.Name(RuleLevel.Resource), ResourceRules.Of(model)),
            Group(model, "objectives", ModelObjectives.Of(model).SelectMany(objective => BurnRateAlerts.For(objective, model.Name, model.Labels, model.Recorded)).Concat(LatencyHigh.Of(model))),
        ];
    }

    private static RuleGroup Group(WatchedModel model, string level, IEnumerable<Rule> rules) => new($"{model.Name}.{level}", [.. rules]);
}
