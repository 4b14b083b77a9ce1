using System.Collections.Immutable;
using Pulumi;

namespace Infra.Components.Jobs;

/// <summary>What every training finds in its environment.</summary>
internal static class TrainingVariables
{
    /// <summary>The variables.</summary>
    /// <param name="checkpoints">Where checkpoints are kept; null for nowhere.</param>
    /// <param name="tracking">URL of the MLflow server; null for none.</param>
    public static ImmutableSortedDictionary<string, Input<string>> Of(Input<string>? checkpoints, Input<string>? tracking)
    {
        var variables = ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);
        if (checkpoints is not null)
        {
            variables = variables.Add("CHECKPOINT_URI", checkpoints);
        }

        return tracking is not null ? variables.Add("MLFLOW_TRACKING_URI", tracking) : variables;
    }
}
