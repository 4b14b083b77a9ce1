using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Monitoring;

/// <summary>Inputs of <see cref="PrometheusRule"/>.</summary>
public sealed class PrometheusRuleArgs() : CustomResourceArgs("monitoring.coreos.com/v1", "PrometheusRule")
{
    /// <summary>The rules.</summary>
    [Input("spec", required: true)]
    public required Input<PrometheusRuleSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="PrometheusRule"/>.</summary>
public sealed class PrometheusRuleSpecArgs : ResourceArgs
{
    /// <summary>Groups; the rules of one group are evaluated in order.</summary>
    [Input("groups", required: true)]
    public InputList<RuleGroupArgs> Groups { get; init; } = new();
}

/// <summary>A group of rules.</summary>
public sealed class RuleGroupArgs : ResourceArgs
{
    /// <summary>Name, unique within the rule object.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Time between two evaluations, e.g. <c>30s</c>.</summary>
    [Input("interval", required: true)]
    public required Input<string> Interval { get; init; }

    /// <summary>Rules in order of evaluation.</summary>
    [Input("rules", required: true)]
    public InputList<RuleArgs> Rules { get; init; } = new();
}

/// <summary>A rule: an alert, or a series that is recorded.</summary>
public sealed class RuleArgs : ResourceArgs
{
    /// <summary>Name of the alert; none for a series.</summary>
    [Input("alert")]
    public Input<string>? Alert { get; init; }

    /// <summary>Name of the series; none for an alert.</summary>
    [Input("record")]
    public Input<string>? Record { get; init; }

    /// <summary>PromQL: the series' value, or an alert that is pending while there is one.</summary>
    [Input("expr", required: true)]
    public required Input<string> Expr { get; init; }

    /// <summary>Time that the alert stays pending before it fires, e.g. <c>5m</c>; none for a series.</summary>
    [Input("for")]
    public Input<string>? For { get; init; }

    /// <summary>Labels of the alert or the series.</summary>
    [Input("labels")]
    public InputMap<string> Labels { get; init; } = new();

    /// <summary>Annotations of the alert; none for a series.</summary>
    [Input("annotations")]
    public InputMap<string>? Annotations { get; init; }
}
