using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary>Inputs of <see cref="ExternalSecretsOperator"/>.</summary>
public sealed class ExternalSecretsOperatorArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, which must run the Pod Identity agent add-on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Region of the store.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>Account of the store.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>What keeps the secrets: <c>SecretsManager</c> or <c>ParameterStore</c>. Default: SecretsManager.</summary>
    [Input("service")]
    public string Service { get; init; } = SecretsManager;

    /// <summary>Names of the entries that may be read; at least one.</summary>
    [Input("entries", required: true)]
    public required List<string> Entries { get; init; }

    /// <summary>ARNs of the KMS keys that encrypt them. Default: none, AWS' own key does, which needs no permission.</summary>
    [Input("keyArns")]
    public List<string> KeyArns { get; init; } = [];

    /// <summary>Names of the namespaces that may have a Secret of the store; at least one.</summary>
    [Input("namespaces", required: true)]
    public required List<string> Namespaces { get; init; }

    /// <summary>How Prometheus finds it. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(ExternalSecretsValues.Footprints());

    /// <summary>AWS Secrets Manager.</summary>
    public const string SecretsManager = "SecretsManager";

    /// <summary>AWS Systems Manager Parameter Store.</summary>
    public const string ParameterStore = "ParameterStore";
}
