using System.Collections.Immutable;

namespace Infra.Core.Tenants;

/// <summary>
/// The rights of the roles. Quota, limits, network policies and the rights themselves are the stack's: no role changes them. Groups that a cluster doesn't have do no harm in a rule.
/// </summary>
public static class TenantRoles
{
    private static readonly ImmutableArray<string> _read = ["get", "list", "watch"];

    // Over WebSockets, which kubectl tries first and other clients use alone, a connection is a GET and asks for get, since 1.35 for create too; over SPDY for create alone
    // (kubernetes/kubernetes#133515 and #134577).
    private static readonly ImmutableArray<string> _connect = ["create", "get"];
    private static readonly ImmutableArray<string> _write = ["create", "update", "patch", "delete"];

    /// <summary>All, from the fewest rights to the most.</summary>
    public static ImmutableArray<TenantRole> All { get; } = [TenantRole.Viewer, TenantRole.Developer, TenantRole.Operator];

    /// <summary>Name of a role, as a part of names and in the configuration.</summary>
    /// <param name="role">The role.</param>
    public static string Name(TenantRole role) => role switch
    {
        TenantRole.Viewer => "viewer",
        TenantRole.Developer => "developer",
        TenantRole.Operator => "operator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "there is no such role"),
    };

    /// <summary>The rules of a role, those of the roles before it among them.</summary>
    /// <param name="role">The role.</param>
    public static ImmutableArray<RightRule> Rules(TenantRole role) => role switch
    {
        TenantRole.Viewer => Viewer,
        TenantRole.Developer => [.. Viewer, .. Developer],
        TenantRole.Operator => [.. Viewer, .. Developer, .. Operator],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "there is no such role"),
    };

    private static ImmutableArray<RightRule> Viewer { get; } =
    [
        new("", ["configmaps", "endpoints", "events", "limitranges", "persistentvolumeclaims", "pods", "resourcequotas", "serviceaccounts", "services"], _read),
        new("apps", ["daemonsets", "deployments", "replicasets", "statefulsets"], _read),
        new("autoscaling", ["horizontalpodautoscalers"], _read),
        new("autoscaling.k8s.io", ["verticalpodautoscalers"], _read),
        new("batch", ["cronjobs", "jobs"], _read),
        new("discovery.k8s.io", ["endpointslices"], _read),
        new("events.k8s.io", ["events"], _read),
        new("gateway.networking.k8s.io", ["grpcroutes", "httproutes"], _read),
        new("inference.networking.k8s.io", ["inferencepools"], _read),
        new("keda.sh", ["scaledjobs", "scaledobjects"], _read),
        new("kueue.x-k8s.io", ["localqueues", "workloads"], _read),
        new("leaderworkerset.x-k8s.io", ["leaderworkersets"], _read),
        new("metrics.k8s.io", ["pods"], _read),
        new("monitoring.coreos.com", ["prometheusrules", "servicemonitors"], _read),
        new("networking.k8s.io", ["ingresses", "networkpolicies"], _read),
        new("policy", ["poddisruptionbudgets"], _read),
        new("ray.io", ["rayclusters", "rayjobs", "rayservices"], _read),
        new("serving.kserve.io", ["inferenceservices", "llminferenceservices", "servingruntimes"], _read),
    ];

    // Who starts pods reads every Secret of the namespace through them, whatever a role says of Secrets: docs/tenants.md.
    private static ImmutableArray<RightRule> Developer { get; } =
    [
        new("", ["pods/log"], ["get"]),
        new("", ["pods/portforward"], _connect),
        new("", ["configmaps"], _write),
        new("batch", ["cronjobs", "jobs"], _write),
        new("ray.io", ["rayjobs"], _write),
        new("serving.kserve.io", ["inferenceservices"], _write),
    ];

    private static ImmutableArray<RightRule> Operator { get; } =
    [
        new("", ["pods"], ["delete"]),
        new("", ["pods/attach", "pods/exec"], _connect),
        new("", ["pods/eviction"], ["create"]),
        new("", ["secrets"], [.. _read, .. _write]),
        new("", ["persistentvolumeclaims"], _write),
        new("apps", ["deployments", "statefulsets"], ["patch"]),
        new("apps", ["deployments/scale", "statefulsets/scale"], ["get", "update", "patch"]),
        new("keda.sh", ["scaledobjects"], ["patch"]),
        new("leaderworkerset.x-k8s.io", ["leaderworkersets"], ["patch", "delete"]),
        new("ray.io", ["rayclusters", "rayservices"], ["patch", "delete"]),
    ];
}
