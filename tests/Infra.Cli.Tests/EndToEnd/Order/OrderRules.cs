using Infra.Core;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>What has to be there before what, and has to stay until that is gone.</summary>
internal static class OrderRules
{
    private const string AddOn = "aws:eks/addon:Addon";
    private const string AccessEntry = "aws:eks/accessEntry:AccessEntry";
    private const string AccessPolicy = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
    private const string Association = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string NodeClass = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";
    private const string ScaledJob = "kubernetes:keda.sh/v1alpha1:ScaledJob";
    private const string ScaledObject = "kubernetes:keda.sh/v1alpha1:ScaledObject";
    private const string ServerlessCache = "aws:elasticache/serverlessCache:ServerlessCache";
    private const string AutoModeClass = "kubernetes:eks.amazonaws.com/v1:NodeClass";

    private static readonly string[] s_volumes = ["kubernetes:core/v1:PersistentVolume", "kubernetes:core/v1:PersistentVolumeClaim", "kubernetes:storage.k8s.io/v1:StorageClass"];

    /// <summary>Charts that bring definition and controller of custom resources, by API group; none where the cluster has them of its own.</summary>
    public static IReadOnlyDictionary<string, string[]> ChartsOf { get; } = new Dictionary<string, string[]>
    {
        ["karpenter.sh"] = ["karpenter-crd", "karpenter"],
        ["karpenter.k8s.aws"] = ["karpenter-crd", "karpenter"],
        ["serving.kserve.io"] = ["kserve-crd", "kserve-resources", "kserve-llmisvc-crd", "kserve-llmisvc-resources", "cert-manager"],
        ["ray.io"] = ["kuberay-operator"],
        ["leaderworkerset.x-k8s.io"] = ["lws"],
        ["keda.sh"] = ["keda"],
        ["velero.io"] = ["velero"],
        ["chaos-mesh.org"] = ["chaos-mesh"],
        // One chart brings the definitions of the Gateway API and of Envoy Gateway, and the controller.
        ["gateway.networking.k8s.io"] = ["gateway-helm"],
        ["gateway.envoyproxy.io"] = ["gateway-helm"],
        // The definition is an object of ours; who acts on it are these.
        ["inference.networking.k8s.io"] = ["gateway-helm", "ai-gateway-helm"],
        ["apiextensions.k8s.io"] = [],
        ["elbv2.k8s.aws"] = ["aws-load-balancer-controller"],
        ["cert-manager.io"] = ["cert-manager"],
        ["autoscaling.k8s.io"] = ["vertical-pod-autoscaler"],
        // EKS Auto Mode has its own, which nobody installs.
        ["eks.amazonaws.com"] = [],
        // Istio is one that the cluster has already (configuration: mesh.istio).
        ["networking.istio.io"] = [],
        ["telemetry.istio.io"] = [],
        // The Prometheus operator is one that the cluster has already (configuration: monitoring.prometheusOperator).
        ["monitoring.coreos.com"] = [],
    };

    public static IReadOnlyList<OrderRule> All { get; } =
    [
        new(
            "access entries, then everything in Kubernetes",
            "nobody may make an object before, or delete it after",
            plan => Pairs(InKubernetes(plan), plan.Of(AccessEntry, AccessPolicy, Cluster).Where(access => !IsOfNodes(access)))),
        new(
            "CRD chart and controller, then custom resources",
            "the API server doesn't know the kind; at the end nobody takes the finalizer off, and what the object owns runs on",
            plan => InKubernetes(plan).SelectMany(resource => Pairs([resource], Releases(plan, ChartsOf.GetValueOrDefault(Group(resource)) ?? [])))),
        new(
            "identity of a service account, then its pods",
            "EKS' webhook adds credentials only when a pod is made; a pod that came earlier has none for ever",
            plan => plan.Of(Association).SelectMany(association => Pairs(PodsOf(plan, association), [association, .. plan.BesideOf(association, RolePolicy)]))),
        new(
            "rights in the cluster, then the pods that have them",
            "a server that may not read what it has to watch gives up; at the end it would fail in between",
            plan => plan.Of("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding").SelectMany(binding => Pairs(
                Workloads.All(plan).Where(workload => NamespaceOf(workload) == (string?)binding.SelectToken("inputs.subjects[0].namespace")
                    && (string?)Workloads.Pod(workload)!["serviceAccountName"] == (string?)binding.SelectToken("inputs.subjects[0].name")),
                [binding]))),
        new(
            "namespace, then its objects",
            "an object needs it; deleted first it takes them along, and whoever was to look after them",
            plan => plan.Of("kubernetes:core/v1:Namespace").SelectMany(space => Pairs(
                plan.Resources.Where(resource => NamespaceOf(resource) == (string)space.SelectToken("inputs.metadata.name")!), [space]))),
        new(
            "priority class, then its pods",
            "admission refuses a pod whose class doesn't exist",
            plan => Workloads.All(plan).SelectMany(workload => Pairs([workload], plan.Of("kubernetes:scheduling.k8s.io/v1:PriorityClass")
                .Where(priority => (string?)priority.SelectToken("inputs.metadata.name") == (string?)Workloads.Pod(workload)!["priorityClassName"])))),
        new(
            "node pool, then its workloads",
            "an update waits for pods without a node; at the end nodes would be drained of pods that come back as Pending",
            plan => Workloads.All(plan).SelectMany(workload => Pairs(
                [workload], Workloads.PoolsOf(Workloads.Pod(workload)!).SelectMany(pool => Workloads.NodesOf(plan, pool))))),
        new(
            "device plugin, then the models of its pools",
            "an update waits for GPUs that nobody advertises",
            plan => plan.Of(ComponentTypes.InferenceService, ComponentTypes.BatchInference, ComponentTypes.TrainingJob)
                .SelectMany(model => plan.ChildrenOf(OrderedPlan.Urn(model), "kubernetes:apps/v1:Deployment", "kubernetes:batch/v1:Job", "kubernetes:batch/v1:CronJob", ScaledJob))
                .SelectMany(workload => Pairs([workload], Workloads.PoolsOf(Workloads.Pod(workload)!).SelectMany(pool => Workloads.ReleasesFor(
                    plan, pool, ComponentTypes.NvidiaDevicePlugin, ComponentTypes.GpuOperator, ComponentTypes.NeuronDevicePlugin))))),
        new(
            "node pool, then the daemon sets for it",
            "Helm waits for pods; at the end it is still there to serve the last model",
            plan => plan.Of(ComponentTypes.NvidiaDevicePlugin, ComponentTypes.GpuOperator, ComponentTypes.NeuronDevicePlugin, ComponentTypes.EfaDevicePlugin, ComponentTypes.DcgmExporter)
                .SelectMany(component => Pairs(
                    plan.ChildrenOf(OrderedPlan.Urn(component), Workloads.Release),
                    component.SelectTokens("inputs.pools[*].name").SelectMany(pool => Workloads.NodesOf(plan, (string)pool!))))),
        new(
            "add-ons of every node, then nodes",
            "a node without a network never gets ready; at the end the CNI gives back the interfaces that would keep subnets from going",
            plan => Pairs(Workloads.Nodes(plan), AddOns(plan, "vpc-cni", "kube-proxy", "eks-pod-identity-agent"))),
        new(
            "system nodes, then what runs on them",
            "EKS calls an add-on without pods degraded; at the end a controller needs a node to clean up from",
            plan => Pairs([.. AddOns(plan, "coredns", "metrics-server", "aws-ebs-csi-driver", "snapshot-controller"), .. plan.Of(Workloads.Release)], Workloads.SystemNodes(plan))),
        new(
            "volume drivers, then everything that could have a volume",
            "a claim waits for its driver; at the end nobody would delete the volume",
            plan => Pairs([.. Workloads.All(plan), .. plan.Of("kubernetes:core/v1:PersistentVolumeClaim", "kubernetes:storage.k8s.io/v1:StorageClass")], AddOns(plan, "aws-ebs-csi-driver"))),
        new(
            "driver of a volume, then its claim and its volume",
            "a pod waits for a driver that nobody installed; at the end nobody is left to let the volume go",
            plan => plan.Of(ComponentTypes.ModelVolume).SelectMany(volume => Pairs(
                plan.ChildrenOf(OrderedPlan.Urn(volume), s_volumes), AddOns(plan, DriversOf(volume))))),
        new(
            "file system with its addresses and its link, then its volume",
            "a pod would wait for a mount; at the end a file system with a mounted volume would leave its pods hanging",
            plan => plan.Of("kubernetes:core/v1:PersistentVolume").SelectMany(volume => Pairs(
                [volume], plan.BesideOf(volume, "aws:efs/fileSystem:FileSystem", "aws:efs/accessPoint:AccessPoint", "aws:efs/mountTarget:MountTarget", "aws:fsx/lustreFileSystem:LustreFileSystem", "aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation")))),
        new(
            "volume and claim, then the pods that mount it",
            "a pod without its claim is Pending; at the end a claim in use stays until the last pod is gone",
            plan => Workloads.All(plan).SelectMany(workload => Pairs(
                [workload],
                plan.Of("kubernetes:core/v1:PersistentVolumeClaim").Where(claim => (NamespaceOf(claim), (string?)claim.SelectToken("inputs.metadata.name")) is var (space, name)
                    && space == NamespaceOf(workload)
                    && Workloads.Pod(workload)!.SelectTokens("volumes[*].persistentVolumeClaim.claimName").Any(mounted => (string?)mounted == name))))),
        new(
            "metrics API, then pod autoscalers",
            "an autoscaler without metrics does nothing and reports errors",
            plan => Pairs(plan.Of("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", ScaledObject), AddOns(plan, "metrics-server"))),
        new(
            "metrics API, then namespaces",
            "a namespace goes only when every API has said what it has in it, and an aggregated one without pods never does",
            plan => Pairs(plan.Of("kubernetes:core/v1:Namespace"), AddOns(plan, "metrics-server"))),
        new(
            "network, then nodes",
            "a node without a way out doesn't join; at the end its interfaces would keep the subnets from going",
            plan => Pairs(Workloads.Nodes(plan), plan.Of("aws:ec2/route:Route", "aws:ec2/routeTableAssociation:RouteTableAssociation", "aws:ec2/natGateway:NatGateway", "aws:ec2/vpcEndpoint:VpcEndpoint"))),
        new(
            "security group, then nodes",
            "an interface uses it; at the end EC2 refuses to delete a group in use",
            plan => plan.Of("aws:ec2/securityGroup:SecurityGroup").SelectMany(group => Pairs(plan.BesideOf(group, Workloads.NodeGroup), [group]))),
        new(
            "permissions of nodes, then nodes",
            "a node that may not ask EKS for its cluster never joins; at the end EKS needs them to drain it",
            plan => Workloads.Nodes(plan).SelectMany(nodes => Pairs([nodes], NodePermissions(plan, nodes)))),
        new(
            "node class and overlays, then Karpenter's pool",
            "Karpenter launches nothing without the class; at the end the class waits for the nodes, and they for the pool",
            plan => plan.Of(Workloads.KarpenterPool).SelectMany(pool => Pairs([pool], plan.BesideOf(pool, NodeClass, AutoModeClass, "kubernetes:karpenter.sh/v1alpha1:NodeOverlay")))),
        new(
            "Karpenter's identity, queue and events, then its pools",
            "the last nodes are taken away with these permissions, and heard of on this queue",
            plan => Pairs(
                plan.Of(Workloads.KarpenterPool, NodeClass),
                plan.Of(ComponentTypes.Karpenter).SelectMany(karpenter => plan.ChildrenOf(OrderedPlan.Urn(karpenter), Association, RolePolicy, "aws:sqs/queuePolicy:QueuePolicy", "aws:cloudwatch/eventTarget:EventTarget")))),
        new(
            "key, log group and permissions of the control plane, then the cluster",
            "EKS would make a log group of its own; at the end the cluster needs permissions to delete its interfaces",
            plan => plan.Of(Cluster).SelectMany(cluster => Pairs([cluster], plan.BesideOf(cluster, "aws:kms/key:Key", "aws:cloudwatch/logGroup:LogGroup", Attachment, RolePolicy)))),
        new(
            "KEDA's right to read a queue, then what it starts for it",
            "KEDA reports errors until it may; at the end it would start no Job for what still waits",
            plan => plan.Of(ScaledJob).SelectMany(job => Pairs([job], plan.BesideOf(job, RolePolicy, "aws:sqs/queue:Queue")))),
        new(
            "load balancer controller, then what has a load balancer",
            "nobody makes it; at the end nobody takes it away, and its interfaces keep the subnets from going",
            plan => Pairs(
                [.. plan.Of("kubernetes:networking.k8s.io/v1:Ingress", "kubernetes:gateway.networking.k8s.io/v1:Gateway"), .. NamespacesOfGateways(plan)],
                Releases(plan, ["aws-load-balancer-controller"]))),
        new(
            "definition, then who watches its kind",
            "Envoy Gateway gives up where a kind that it has to watch isn't there",
            plan => Pairs(Releases(plan, ["gateway-helm", "ai-gateway-helm"]), plan.Of("kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition"))),
        new(
            "who completes the routes to InferencePools, then gateways",
            "Envoy Gateway changes no gateway without an answer; its webhook has to see the proxies, and needs a certificate",
            plan => [
                .. Pairs(plan.Of("kubernetes:gateway.networking.k8s.io/v1:Gateway"), Releases(plan, ["ai-gateway-helm"])),
                .. Pairs([.. Releases(plan, ["ai-gateway-helm"])], Releases(plan, ["gateway-helm", "cert-manager"])),
            ]),
        new(
            "class, then its Ingresses",
            "the controller leaves an Ingress without a class alone; at the end it would not know how the load balancer was meant",
            plan => plan.Of("kubernetes:networking.k8s.io/v1:Ingress").SelectMany(ingress => Pairs(
                [ingress], plan.Of("kubernetes:networking.k8s.io/v1:IngressClass").Where(@class => (string?)@class.SelectToken("inputs.metadata.name") == (string?)ingress.SelectToken("inputs.spec.ingressClassName"))))),
        new(
            "gateway, then its routes",
            "a route of no gateway is nobody's; at the end requests get an answer as long as there is a model",
            plan => plan.Of("kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "kubernetes:gateway.networking.k8s.io/v1:GRPCRoute").SelectMany(route => Pairs(
                [route], plan.Of("kubernetes:gateway.networking.k8s.io/v1:Gateway").Where(gateway => (string?)gateway.SelectToken("inputs.metadata.name") == (string?)route.SelectToken("inputs.spec.parentRefs[0].name"))))),
        new(
            "Service, then the ways to it",
            "callers would get errors of a model that isn't there yet",
            plan => plan.Of("kubernetes:networking.k8s.io/v1:Ingress", "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "kubernetes:gateway.networking.k8s.io/v1:GRPCRoute")
                .SelectMany(way => Pairs([way], plan.BesideOf(way, "kubernetes:core/v1:Service", "kubernetes:serving.kserve.io/v1beta1:InferenceService", "kubernetes:ray.io/v1:RayService")))),
        new(
            "user, group of users and security group of a store, then the store",
            "ElastiCache takes no cache with a group that isn't there; at the end it deletes neither user nor group while a cache has them, and EC2 no security group in use",
            plan => plan.Of(ComponentTypes.PredictionStore).SelectMany(store => Pairs(
                plan.ChildrenOf(OrderedPlan.Urn(store), ServerlessCache), plan.ChildrenOf(OrderedPlan.Urn(store), "aws:elasticache/user:User", "aws:elasticache/userGroup:UserGroup", "aws:ec2/securityGroup:SecurityGroup")))),
        new(
            "store of predictions with its password, then the caches",
            "a cache without the Secret doesn't start; without the store it is a detour that keeps nothing",
            plan => Pairs(
                plan.Of(ComponentTypes.PredictionCache).SelectMany(cache => plan.ChildrenOf(OrderedPlan.Urn(cache), "kubernetes:apps/v1:Deployment")),
                plan.Of(ComponentTypes.PredictionStore).SelectMany(store => plan.ChildrenOf(OrderedPlan.Urn(store), ServerlessCache, "kubernetes:core/v1:Secret")))),
        new(
            "model, then the cache of its answers",
            "answers of the old version would be kept under the key of the new one",
            plan => plan.Of(ComponentTypes.PredictionCache).SelectMany(cache => Pairs(
                plan.ChildrenOf(OrderedPlan.Urn(cache), "kubernetes:core/v1:ConfigMap", "kubernetes:apps/v1:Deployment"),
                plan.BesideOf(cache, "kubernetes:apps/v1:Deployment", "kubernetes:serving.kserve.io/v1beta1:InferenceService")))),
        new(
            "cache of predictions, then the way to it",
            "callers would get errors until it is there, and again at the end",
            plan => plan.Of("kubernetes:networking.k8s.io/v1:Ingress", "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute").SelectMany(way => Pairs(
                [way],
                plan.Of(ComponentTypes.PredictionCache)
                    .SelectMany(cache => plan.ChildrenOf(OrderedPlan.Urn(cache), "kubernetes:core/v1:Service"))
                    .Where(service => way.SelectTokens("inputs.spec.rules..backend.service.name").Concat(way.SelectTokens("inputs.spec.rules[*].backendRefs[*].name"))
                        .Any(called => (string?)called == (string?)service.SelectToken("inputs.metadata.name")))))),
        new(
            "Service, then what Istio does with its calls",
            "a rule for a host that nobody has is a warning in Istio's log; at the end calls of a model that ends are still tried again",
            plan => plan.Of("kubernetes:networking.istio.io/v1:DestinationRule", "kubernetes:networking.istio.io/v1:VirtualService")
                .SelectMany(rule => Pairs([rule], plan.BesideOf(rule, "kubernetes:core/v1:Service")))),
        new(
            "database, then the server of the registry",
            "the server gives up without its tables; at the end it would write to a database that is going",
            plan => plan.Of(ComponentTypes.ModelRegistry).SelectMany(registry => Pairs(
                plan.ChildrenOf(OrderedPlan.Urn(registry), "kubernetes:apps/v1:Deployment"),
                plan.ChildrenOf(OrderedPlan.Urn(registry), "aws:rds/instance:Instance", "kubernetes:apps/v1:StatefulSet", "kubernetes:core/v1:Secret")))),
        new(
            "Deployment, then what points to it",
            "a Service without pods answers nobody, and an update would call it ready",
            plan => plan.Of("kubernetes:apps/v1:Deployment").SelectMany(workload => Pairs(
                plan.BesideOf(workload, "kubernetes:core/v1:Service", "kubernetes:autoscaling/v2:HorizontalPodAutoscaler").Where(one => PointsTo(one, workload)), [workload]))),
    ];

    // A model's component may have two Deployments: its own, and that of who chooses among its replicas.
    private static bool PointsTo(JObject one, JObject workload) => one.SelectToken("inputs.spec.selector") is JObject selector
        ? selector.Properties().All(label => JToken.DeepEquals(label.Value, workload.SelectToken("inputs.spec.template.metadata.labels")?[label.Name]))
        : one.SelectToken("inputs.spec.scaleTargetRef.name") is not { } target || JToken.DeepEquals(target, workload.SelectToken("inputs.metadata.name"));

    // The Services of gateways are made by their controller; what it leaves there goes with the namespace.
    private static IEnumerable<JObject> NamespacesOfGateways(OrderedPlan plan) => plan.Of("kubernetes:gateway.networking.k8s.io/v1:Gateway")
        .Select(NamespaceOf).Distinct().SelectMany(name => plan.Of("kubernetes:core/v1:Namespace").Where(space => (string?)space.SelectToken("inputs.metadata.name") == name));

    private static string[] DriversOf(JObject volume) =>
        volume.SelectToken("inputs.ebs") is not null ? ["aws-ebs-csi-driver"]
        : volume.SelectToken("inputs.efs") is not null ? ["aws-efs-csi-driver"]
        : volume.SelectToken("inputs.lustre") is not null ? ["aws-fsx-csi-driver"]
        : volume.SelectToken("inputs.s3") is not null ? ["aws-mountpoint-s3-csi-driver"]
        : [];

    /// <summary>Objects in the cluster, Helm releases among them.</summary>
    public static IEnumerable<JObject> InKubernetes(OrderedPlan plan) => plan.Resources.Where(resource => ((string)resource["type"]!).StartsWith("kubernetes:", StringComparison.Ordinal));

    /// <summary>API group of an object.</summary>
    public static string Group(JObject resource) => ((string)resource["type"]!).Split(':')[1].Split('/')[0];

    // Nodes join with entries of their own, which let nobody make an object.
    private static bool IsOfNodes(JObject access) =>
        (string?)access.SelectToken("inputs.type") is "EC2_LINUX" or "EC2" or "HYBRID_LINUX"
        || ((string?)access.SelectToken("inputs.policyArn"))?.EndsWith("/AmazonEKSAutoNodePolicy", StringComparison.Ordinal) == true;

    private static IEnumerable<(JObject, JObject)> Pairs(IEnumerable<JObject> later, IEnumerable<JObject> earlier)
    {
        var first = earlier.ToList();
        return later.SelectMany(one => first.Select(other => (one, other)));
    }

    private static IEnumerable<JObject> Releases(OrderedPlan plan, string[] charts) =>
        plan.Of(Workloads.Release).Where(release => charts.Contains((string?)release.SelectToken("inputs.name")));

    private static IEnumerable<JObject> AddOns(OrderedPlan plan, params string[] names) =>
        plan.Of(AddOn).Where(addOn => names.Contains((string?)addOn.SelectToken("inputs.addonName")));

    private static string? NamespaceOf(JObject resource) =>
        (string?)(resource.SelectToken("inputs.metadata.namespace") ?? ((string)resource["type"]! == Workloads.Release ? resource.SelectToken("inputs.namespace") : null));

    // Charts keep their service accounts to themselves; the association stands beside the release.
    private static IEnumerable<JObject> PodsOf(OrderedPlan plan, JObject association) => Workloads.All(plan)
        .Where(workload => (NamespaceOf(workload), (string?)Workloads.Pod(workload)!["serviceAccountName"])
            == ((string?)association.SelectToken("inputs.namespace"), (string?)association.SelectToken("inputs.serviceAccount")))
        .Concat(plan.BesideOf(association, Workloads.Release).Where(release => (string?)release.SelectToken("inputs.name") != "karpenter-crd"));

    private static IEnumerable<JObject> NodePermissions(OrderedPlan plan, JObject nodes) => (string)nodes["type"]! == Workloads.KarpenterPool
        ? plan.Of(ComponentTypes.Karpenter).SelectMany(karpenter => plan.ChildrenOf(OrderedPlan.Urn(karpenter), Attachment, AccessEntry))
        : plan.BesideOf(nodes, Attachment);
}
