using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Random;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Prometheus with its operator, exporters of nodes and of Kubernetes' objects, and where asked Grafana and Alertmanager. One per cluster.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace                   namespace that holds its pods to the security level restricted
/// NAME-node-exporter-namespace     namespace of the node exporter, which sees its node's processes, disks and network
/// NAME-prometheus-access           NetworkPolicy: who asks Prometheus
/// NAME-workspace                   optional: workspace of Amazon Managed Prometheus
/// NAME-prometheus-role             optional: IAM role that may write to the workspace
/// NAME-prometheus-policy           optional
/// NAME-prometheus-association      optional
/// NAME-grafana-password            optional: password of Grafana's administrator
/// NAME-grafana-admin               optional: Secret of it
/// NAME-grafana-access              optional: NetworkPolicy
/// NAME-alertmanager-config         optional: Secret of Alertmanager's configuration
/// NAME-alertmanager-files          optional: Secret of what the configuration names as files
/// NAME-alertmanager-access         optional: NetworkPolicy
/// NAME-alertmanager-role           optional: IAM role that may publish to topics of SNS
/// NAME-alertmanager-policy         optional
/// NAME-alertmanager-association    optional
/// NAME-release                     Helm release, with the custom resource definitions; Helm never updates the latter, so that a new version needs them applied by hand before
/// </code>
/// A monitor or rule has to wait for the component, which brings its definition. Monitors and rules of all namespaces are found, without labels.
/// </remarks>
public sealed class MonitoringStack : ComponentResource
{
    /// <summary>Its namespace.</summary>
    public const string Namespace = "monitoring";

    /// <summary>Namespace of the node exporter.</summary>
    public const string NodeExporterNamespace = "node-exporter";

    /// <summary>Name of the Secret that <see cref="AlertmanagerArgs.Files"/> become.</summary>
    public const string AlertmanagerFiles = "alertmanager-files";

    /// <summary>Address of Prometheus inside the cluster.</summary>
    public static readonly string PrometheusUrl = $"http://{StackNames.Prometheus}.{Namespace}.svc:{StackNames.PrometheusPort}";

    /// <summary>Name of the Secret with Alertmanager's configuration.</summary>
    internal const string AlertmanagerConfiguration = "alertmanager-configuration";

    /// <summary>Name of the Secret with the name and password of Grafana's administrator.</summary>
    internal const string GrafanaAdmin = "grafana-admin";

    private const int PasswordLength = 40;

    /// <summary>Its namespace, once it exists.</summary>
    [Output("namespaceName")]
    public Output<string> NamespaceName { get; }

    /// <summary>Password of Grafana's user <c>admin</c>, a secret; empty without Grafana.</summary>
    [Output("grafanaPassword")]
    public Output<string> GrafanaPassword { get; }

    /// <summary>Declares all of it.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public MonitoringStack(string name, MonitoringStackArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.MonitoringStack, name, args, options)
    {
        MonitoringStackCheck.Check(this, name, args);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var exporter = PrivilegedNamespace.Create($"{name}-node-exporter-namespace", NodeExporterNamespace, Children.Root(this, options));
        NamespaceName = own.Metadata.Apply(metadata => metadata.Name);
        List<Resource> before = [exporter];
        Output<string>? endpoint = null;
        if (args.RemoteWrite is { } target)
        {
            (var workspace, endpoint) = RemoteWriteTarget.Of(this, name, target, options);
            before.Add(PodIdentity.Declare(this, $"{name}-prometheus", Identity(args, StackNames.Prometheus, RemoteWriteTarget.Policy(workspace)), options).Association);
        }

        GrafanaPassword = Output.Create("");
        if (args.Grafana is not null)
        {
            GrafanaPassword = Output.CreateSecret(new RandomPassword(
                $"{name}-grafana-password", new RandomPasswordArgs { Length = PasswordLength, Special = false }, Children.Of(this)).Result);
            before.Add(Secret($"{name}-grafana-admin", GrafanaAdmin, new InputMap<string> { ["admin-user"] = "admin", ["admin-password"] = GrafanaPassword }));
            before.Add(Policy($"{name}-grafana-access", StackNetwork.Grafana(args.Grafana)));
        }

        if (args.Alertmanager is { } alertmanager)
        {
            before.Add(Secret($"{name}-alertmanager-config", AlertmanagerConfiguration, new InputMap<string> { ["alertmanager.yaml"] = alertmanager.Configuration }));
            before.Add(Secret($"{name}-alertmanager-files", AlertmanagerFiles, alertmanager.Files));
            before.Add(Policy($"{name}-alertmanager-access", StackNetwork.Alertmanager(alertmanager)));
            if (alertmanager.SnsTopicArns.Count > 0)
            {
                before.Add(PodIdentity.Declare(
                    this, $"{name}-alertmanager", Identity(args, StackNames.Alertmanager, AlertmanagerTopics.Policy(alertmanager.SnsTopicArns)), options).Association);
            }
        }

        before.Add(Policy($"{name}-prometheus-access", StackNetwork.Prometheus(args)));
        _ = new Release(
            $"{name}-release", HelmReleases.Of(Pins.KubePrometheusStack, NamespaceName, MonitoringStackValues.For(args, endpoint)), Children.Root(this, options, [.. before]));
        RegisterOutputs();
    }

    private PodIdentityRoleArgs Identity(MonitoringStackArgs args, string serviceAccount, Input<string> policy) =>
        new() { ClusterName = args.ClusterName!, Namespace = NamespaceName, ServiceAccount = serviceAccount, Policy = policy };

    private K8s.Core.V1.Secret Secret(string resourceName, string secretName, InputMap<string> data) => new(resourceName, new CoreV1.SecretArgs
    {
        Metadata = Metadata(secretName),
        StringData = data,
    }, Children.Of(this));

    private NetworkPolicy Policy(string resourceName, K8s.Types.Inputs.Networking.V1.NetworkPolicySpecArgs spec) =>
        new(resourceName, new K8s.Types.Inputs.Networking.V1.NetworkPolicyArgs { Metadata = Metadata(resourceName), Spec = spec }, Children.Of(this));

    private Meta.ObjectMetaArgs Metadata(string objectName) => new() { Name = objectName, Namespace = NamespaceName, Labels = ManagedBy.Owned };
}
