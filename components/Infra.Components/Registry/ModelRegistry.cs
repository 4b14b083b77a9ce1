using Infra.Components.Identity;
using Infra.Components.Monitoring;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Registry;
using Pulumi;
using Pulumi.Random;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Policy = Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Rds = Pulumi.Aws.Rds;

namespace Infra.Components.Registry;

/// <summary>Where trainings write down their runs and register models: MLflow's server with a PostgreSQL database and a store of files.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-password                  password of the database, kept by Pulumi as a secret
/// NAME-database-key              RDS: KMS key
/// NAME-database-subnets          RDS: subnet group
/// NAME-database-access           RDS: security group, for the nodes only
/// NAME-database-volume           in the cluster: its volume
/// NAME-database-network-policy   in the cluster: lets the server in, and nobody else
/// NAME-database                  RDS instance, or StatefulSet
/// NAME-database-service          in the cluster: its host name
/// NAME-role                      S3: IAM role, with policy and association
/// NAME-artifacts                 without S3: volume of files
/// NAME-credentials               Secret with the password
/// NAME-service-account           identity of the pods, without an API token
/// NAME-network-policy            who may call the server, and what it may reach
/// NAME-deployment                the server
/// NAME-service                   ClusterIP
/// NAME-disruption-budget         one pod at a time
/// NAME-monitor                   optional: ServiceMonitor
/// </code>
/// The server has no users: whoever reaches it may read and change everything. So it stays inside the cluster; a gateway in front of it has to ask who calls.
/// </remarks>
public sealed class ModelRegistry : ComponentResource
{
    private const int PasswordLength = 32;

    /// <summary>URL of the server inside the cluster, for <c>MLFLOW_TRACKING_URI</c>.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>ARN of the database in RDS; empty where it is in the cluster.</summary>
    [Output("databaseArn")]
    public Output<string> DatabaseArn { get; }

    /// <summary>Name of the group of subnets that the database in RDS is in; empty where it is in the cluster.</summary>
    [Output("databaseSubnetGroup")]
    public Output<string> DatabaseSubnetGroup { get; }

    /// <summary>Security groups of the database in RDS; none where it is in the cluster.</summary>
    [Output("databaseSecurityGroupIds")]
    public Output<string[]> DatabaseSecurityGroupIds { get; }

    /// <summary>Declares the registry.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ModelRegistry(string name, ModelRegistryArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ModelRegistry, name, args, options)
    {
        var problems = new ConfigProblems();
        ModelRegistryCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.ModelRegistry);
        var password = Output.CreateSecret(new RandomPassword($"{name}-password", new RandomPasswordArgs
        {
            Length = PasswordLength,
            // RDS refuses some special characters, and an address takes others apart; letters and digits make up for them by length.
            Special = false,
        }, Children.Of(this)).Result);
        var credentials = new K8s.Core.V1.Secret($"{name}-credentials", new CoreV1.SecretArgs
        {
            Metadata = RegistryPod.Metadata(args),
            StringData = RegistryPod.Credentials(password),
        }, Children.Root(this, options));
        var database = args.Rds is null
            ? ClusterDatabase.Create(this, name, args, credentials, options)
            : RdsDatabase.Create(this, name, args, password, options);
        var deployment = CreateServer(name, args, database, [credentials, database.Ready, .. CreateStore(name, args, options)], options);
        CreateAccess(name, args, deployment);
        var instance = database.Ready as Rds.Instance;
        DatabaseArn = instance?.Arn ?? Output.Create("");
        DatabaseSubnetGroup = instance?.DbSubnetGroupName ?? Output.Create("");
        DatabaseSecurityGroupIds = instance?.VpcSecurityGroupIds.Apply(ids => ids.ToArray()) ?? Output.Create<string[]>([]);
        Url = Output.Format($"http://{args.RegistryName}.{args.Namespace}:{MlflowServer.Port}");
        RegisterOutputs();
    }

    private IEnumerable<Resource> CreateStore(string name, ModelRegistryArgs args, ComponentResourceOptions? options)
    {
        if (args.Artifacts.Storage is { } size)
        {
            return [RegistryVolume.Create($"{name}-artifacts", RegistryPod.Metadata(args), size, args.Artifacts.StorageClass, args.Protect, Children.Root(this, options))];
        }

        var identity = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
        {
            ClusterName = args.Artifacts.ClusterName!,
            Namespace = args.Namespace,
            ServiceAccount = args.RegistryName,
            Policy = args.Artifacts.Policy!,
        }, options);
        return [identity.Association];
    }

    private K8s.Apps.V1.Deployment CreateServer(
        string name, ModelRegistryArgs args, RegistryDatabase database, Resource[] before, ComponentResourceOptions? options)
    {
        var serviceAccount = new K8s.Core.V1.ServiceAccount($"{name}-service-account", new CoreV1.ServiceAccountArgs
        {
            Metadata = RegistryPod.Metadata(args),
            AutomountServiceAccountToken = false,
        }, Children.Of(this));
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy($"{name}-network-policy", RegistryNetworkPolicy.For(args, database), Children.Of(this));
        return new K8s.Apps.V1.Deployment($"{name}-deployment", new Apps.DeploymentArgs
        {
            Metadata = RegistryPod.Metadata(args),
            Spec = new Apps.DeploymentSpecArgs
            {
                Replicas = args.Replicas,
                Selector = new Meta.LabelSelectorArgs { MatchLabels = RegistryPod.Selector(args) },
                // One volume can't be in two pods; and an old server must not write to tables that a new one has changed.
                Strategy = new Apps.DeploymentStrategyArgs { Type = "Recreate" },
                Template = RegistryPod.Template(args, database),
            },
        }, Children.Root(this, options, [serviceAccount, networkPolicy, .. before]));
    }

    private void CreateAccess(string name, ModelRegistryArgs args, K8s.Apps.V1.Deployment deployment)
    {
        var service = new K8s.Core.V1.Service($"{name}-service", new CoreV1.ServiceArgs
        {
            Metadata = RegistryPod.Metadata(args),
            Spec = new CoreV1.ServiceSpecArgs
            {
                Selector = RegistryPod.Selector(args),
                Ports = { new CoreV1.ServicePortArgs { Name = RegistryPod.PortName, Port = MlflowServer.Port, TargetPort = RegistryPod.PortName } },
            },
        }, Children.Of(this, deployment));
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{name}-disruption-budget", new Policy.PodDisruptionBudgetArgs
        {
            Metadata = RegistryPod.Metadata(args),
            Spec = new Policy.PodDisruptionBudgetSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = RegistryPod.Selector(args) },
                MaxUnavailable = 1,
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        }, Children.Of(this));
        if (args.Scraping is { } scraping)
        {
            var metadata = RegistryPod.Metadata(args);
            metadata.Labels = RegistryPod.Labels(args).SetItems(scraping.SelectorLabels);
            _ = new ServiceMonitor($"{name}-monitor", new ServiceMonitorArgs
            {
                Metadata = metadata,
                Spec = new ServiceMonitorSpecArgs
                {
                    Selector = new Meta.LabelSelectorArgs { MatchLabels = RegistryPod.Selector(args) },
                    Endpoints = { new ServiceMonitorEndpointArgs { Port = RegistryPod.PortName, Path = MlflowServer.MetricsPath, Interval = scraping.Interval } },
                },
            }, Children.Of(this, service));
        }
    }
}
