using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Core.Serving;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>
/// A model as groups of pods. Labels and variables: kubernetes-sigs/lws, tag v0.10.0, api/leaderworkerset/v1. vLLM over several nodes without Ray:
/// vllm-project/vllm, pull/23691.
/// </summary>
internal static class LeaderWorkerModel
{
    // Workers have 1 and more.
    private const string WorkerIndex = "leaderworkerset.sigs.k8s.io/worker-index";

    private const string RevisionLabel = "leaderworkerset.sigs.k8s.io/template-revision-hash";

    // The set's webhook puts these variables before the others, so that arguments may name them.
    private static readonly string[] _member =
    [
        "--distributed-executor-backend=mp", "--nnodes=$(LWS_GROUP_SIZE)", "--node-rank=$(LWS_WORKER_INDEX)", "--master-addr=$(LWS_LEADER_ADDRESS)",
    ];

    /// <summary>The set.</summary>
    public static LeaderWorkerSetArgs Set(ServingSpec spec)
    {
        var metadata = spec.Metadata();
        // The set makes a Service without an address of its own name, and the model's name belongs to the Service that is called.
        metadata.Name = $"{spec.Args.Model}-group";
        metadata.Annotations = spec.MayBeEmpty ? Await.Nothing() : Await.Condition("Available");
        var template = new LeaderWorkerTemplateArgs
        {
            WorkerTemplate = spec.PodsPerReplica == 1 ? ServingPod.Template(spec, Leader(spec)) : ServingPod.Template(spec, Worker(spec)),
            LeaderTemplate = spec.PodsPerReplica == 1 ? null : (Input<CoreV1.PodTemplateSpecArgs>)ServingPod.Template(spec, Leader(spec)),
            Size = spec.PodsPerReplica,
            // A process group doesn't take back a member that started anew.
            RestartPolicy = "RecreateGroupOnPodRestart",
        };
        return new LeaderWorkerSetArgs
        {
            Metadata = metadata,
            Spec = new LeaderWorkerSetSpecArgs
            {
                Replicas = spec.FixedReplicas is { } replicas ? (Input<int>)replicas : (Input<int>?)null,
                LeaderWorkerTemplate = template,
                StartupPolicy = "LeaderCreated",
                RolloutStrategy = new LeaderWorkerRolloutStrategyArgs
                {
                    Type = "RollingUpdate",
                    // In place where nobody says otherwise: a surge group would need spare nodes, and wait for those that aren't there.
                    RollingUpdateConfiguration = new LeaderWorkerRollingUpdateArgs { MaxUnavailable = spec.Rollout.MaxUnavailable, MaxSurge = spec.Rollout.MaxSurge },
                },
            },
        };
    }

    /// <summary>Labels of the leaders, which alone answer.</summary>
    public static ImmutableDictionary<string, string> Leaders(ServingSpec spec) => spec.Labels.Selector.Add(WorkerIndex, "0");

    /// <summary>The Service in front of the leaders.</summary>
    public static CoreV1.ServiceArgs LeaderService(ServingSpec spec) => ServingService.For(spec, Leaders(spec));

    /// <summary>Lets the pods of groups talk to each other, on ports that NCCL chooses.</summary>
    public static Net.NetworkPolicyArgs GroupPolicy(ServingSpec spec)
    {
        var metadata = spec.Metadata();
        metadata.Name = $"{spec.Args.Model}-group";
        return new Net.NetworkPolicyArgs
        {
            Metadata = metadata,
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = Pods(spec),
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = { new Net.NetworkPolicyIngressRuleArgs { From = { new Net.NetworkPolicyPeerArgs { PodSelector = Pods(spec) } } } },
                Egress = { new Net.NetworkPolicyEgressRuleArgs { To = { new Net.NetworkPolicyPeerArgs { PodSelector = Pods(spec) } } } },
            },
        };
    }

    private static Meta.LabelSelectorArgs Pods(ServingSpec spec) => new() { MatchLabels = spec.Labels.Selector };

    private static CoreV1.PodSpecArgs Leader(ServingSpec spec) => Pod(spec, spec.PodsPerReplica == 1 ? ServingPod.Server(spec) : Server(spec, _member));

    private static CoreV1.PodSpecArgs Worker(ServingSpec spec)
    {
        var server = Server(spec, [.. _member, "--headless"]);
        // It answers nobody: if it ends, the whole group starts anew.
        server.Ports = new InputList<CoreV1.ContainerPortArgs>();
        server.StartupProbe = null;
        server.ReadinessProbe = null;
        server.LivenessProbe = null;
        // The leader's requests need it to their end; told to end, it would go at once.
        server.Lifecycle = ServingPod.Lifecycle(spec.TerminationOf(ShutdownBehaviour.Drops));
        return Pod(spec, server);
    }

    private static CoreV1.ContainerArgs Server(ServingSpec spec, string[] arguments)
    {
        var server = ServingPod.Server(spec);
        server.Args = spec.Runtime.Arguments.AddRange(arguments);
        return server;
    }

    private static CoreV1.PodSpecArgs Pod(ServingSpec spec, CoreV1.ContainerArgs server)
    {
        var pod = ServingPod.Pod(spec, server, RevisionLabel);
        if (spec.PodsPerReplica > 1)
        {
            // Pods of one group belong together, not into different zones.
            pod.TopologySpreadConstraints = new InputList<CoreV1.TopologySpreadConstraintArgs>();
        }

        return pod;
    }
}
