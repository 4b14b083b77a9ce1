namespace Infra.Components.Monitoring.Stack;

/// <summary>Values of the operator of Prometheus.</summary>
internal static class OperatorValues
{
    /// <summary>Its values. The webhook that checks rules has a certificate that the chart's jobs make, so that nobody waits for cert-manager.</summary>
    public static Dictionary<string, object> Of() => new()
    {
        ["resources"] = StackPods.Operator.Values,
        ["prometheusConfigReloader"] = new Dictionary<string, object> { ["resources"] = StackPods.Reloader.Values },
        ["admissionWebhooks"] = new Dictionary<string, object> { ["patch"] = new Dictionary<string, object> { ["resources"] = StackPods.Reloader.Values } },
    };
}
