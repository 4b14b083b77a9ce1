using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Components.Serving;

/// <summary>What an <see cref="InferenceService"/> makes of its inputs before it declares anything: for whoever wants to know the numbers and why.</summary>
/// <param name="Runtime">The model's server.</param>
/// <param name="Budget">How long a start may take.</param>
/// <param name="Termination">How its pods end.</param>
/// <param name="Scaler">Who counts the replicas.</param>
/// <param name="Windows">How fast replicas come and go; null where their number is fixed.</param>
/// <param name="RolloutSteps">Steps in which an update replaces all replicas.</param>
/// <param name="LeastPods">Pods that it always has; 0 for a model that may sleep.</param>
public sealed record ServingFacts(RuntimeSpec Runtime, ColdStartBudget Budget, Termination Termination, ScalerPlan Scaler, ScalingWindows? Windows, int RolloutSteps, int LeastPods)
{
    /// <summary>The facts of a model; null where its inputs are wrong.</summary>
    /// <param name="name">Name of the component, which is the path of problems.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="problems">Where problems go.</param>
    public static ServingFacts? Of(string name, InferenceServiceArgs args, ConfigProblems problems) => InferenceServiceCheck.Run(name, args, problems) is { } spec
        ? new ServingFacts(spec.Runtime, spec.Budget, spec.Termination, spec.Scaler, spec.Windows, spec.RolloutSteps, spec.LeastPods)
        : null;
}
