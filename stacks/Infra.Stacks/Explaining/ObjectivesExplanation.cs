using Infra.Components.Serving;
using Infra.Core.Monitoring.Objectives;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Explaining;

/// <summary>What a model promises, and which of it somebody watches.</summary>
internal static class ObjectivesExplanation
{
    /// <summary>The promises.</summary>
    public static ExplanationSection Of(PlatformSettings settings, ModelConfig model, ServingFacts facts) => new("Objectives",
    [
        .. Promise.Of(facts.Runtime.Metrics, model.Objectives.ToObjectives(), facts.LeastPods).Select(promise => new ExplanationLine(promise.Key, (decimal)promise.Value, promise.Unit, promise.How)),
        .. settings.Monitoring.Operator is null ? (ExplanationLine[])[ExplanationLine.Of("alerts", "none", "monitoring has neither stack nor prometheusOperator")] : [],
    ]);
}
