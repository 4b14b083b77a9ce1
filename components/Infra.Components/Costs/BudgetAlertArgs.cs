using Pulumi;

namespace Infra.Components.Costs;

/// <summary>When a budget raises an alarm.</summary>
public sealed class BudgetAlertArgs : ResourceArgs
{
    /// <summary>Percent of the month's limit, 1 to 1000.</summary>
    [Input("percent", required: true)]
    public required int Percent { get; init; }

    /// <summary>Whether the forecast for the month's end counts instead of what was spent. Default: false.</summary>
    [Input("forecast")]
    public bool Forecast { get; init; }
}
