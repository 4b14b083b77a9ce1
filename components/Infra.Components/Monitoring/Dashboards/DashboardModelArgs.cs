using Infra.Core.Monitoring.Rules;
using Pulumi;

namespace Infra.Components.Monitoring.Dashboards;

/// <summary>A model that <see cref="GrafanaDashboards"/> show.</summary>
public sealed class DashboardModelArgs : ResourceArgs
{
    /// <summary>Name of the model, the value of the label <c>app.kubernetes.io/instance</c> of its pods.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    [Input("namespace", required: true)]
    public required string Namespace { get; init; }

    /// <summary>Its tenant. Default: none.</summary>
    [Input("tenant")]
    public string? Tenant { get; init; }

    /// <summary>Whether it is a language model, which counts tokens. Default: false.</summary>
    [Input("languageModel")]
    public bool LanguageModel { get; init; }

    /// <summary>Whether it has GPUs, which are what its costs are counted by. Default: false.</summary>
    [Input("gpus")]
    public bool Gpus { get; init; }

    /// <summary>Whether its runtime tells how many requests wait. Default: false.</summary>
    [Input("waiting")]
    public bool Waiting { get; init; }

    /// <summary>Whether its runtime tells how many requests are in work. Default: false.</summary>
    [Input("running")]
    public bool Running { get; init; }

    /// <summary>Whether its runtime tells how large its batches are. Default: false.</summary>
    [Input("batches")]
    public bool Batches { get; init; }

    internal FleetModel ToModel() => new(Name, Namespace, Tenant);
}
