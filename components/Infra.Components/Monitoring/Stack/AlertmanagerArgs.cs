using Pulumi;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Alertmanager of a <see cref="MonitoringStack"/>.</summary>
public sealed class AlertmanagerArgs : ResourceArgs
{
    /// <summary>Its configuration, in YAML or JSON; it becomes a Secret. Secrets in it are better named as files: see <see cref="Files"/>.</summary>
    [Input("configuration", required: true)]
    public required Input<string> Configuration { get; init; }

    /// <summary>Secrets by the name of their file, which the pods have below <see cref="FilesPath"/>. Default: none.</summary>
    [Input("files")]
    public InputMap<string> Files { get; init; } = new();

    /// <summary>Names of Secrets that others put into the stack's namespace; the pods have each at <c>/etc/alertmanager/secrets/NAME</c>. Default: none.</summary>
    [Input("existingSecrets")]
    public List<string> ExistingSecrets { get; init; } = [];

    /// <summary>ARNs of the SNS topics that its role may publish to. Default: none.</summary>
    [Input("snsTopicArns")]
    public List<string> SnsTopicArns { get; init; } = [];

    /// <summary>Ports of receivers in and outside the cluster, beside 443. Default: none.</summary>
    [Input("receiverPorts")]
    public List<int> ReceiverPorts { get; init; } = [];

    /// <summary>Pods, 1 to 3; they tell one another what was sent. Default: 1.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 1;

    /// <summary>Where the pods have <see cref="Files"/>.</summary>
    public const string FilesPath = $"/etc/alertmanager/secrets/{MonitoringStack.AlertmanagerFiles}";
}
