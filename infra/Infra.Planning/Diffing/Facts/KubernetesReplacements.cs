using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Facts;

/// <summary>
/// What replaces objects of Kubernetes: the table of Pulumi's provider, which decides it alone (<c>provider/pkg/provider/diff.go</c>), and the fields
/// of which only the API server says no. A type that isn't here is replaced with its name or namespace only; custom resources are such.
/// </summary>
internal static class KubernetesReplacements
{
    private const string Package = "kubernetes:";
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Source = "pulumi-kubernetes, provider/pkg/provider/diff.go, 2026-07-01, read 2026-11-22";
    private const string HelmSource = "pulumi-kubernetes, provider/pkg/provider/helm_release.go, 2026-07-01, read 2026-11-22";
    private static readonly ImmutableArray<string> _identity = ["metadata.name", "metadata.namespace"];

    private static readonly FrozenDictionary<string, ImmutableArray<string>> _types = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        ["apps/v1:DaemonSet"] = ["spec.selector"],
        ["apps/v1:Deployment"] = ["spec.selector"],
        ["apps/v1:StatefulSet"] = ["spec.podManagementPolicy", "spec.revisionHistoryLimit", "spec.selector", "spec.serviceName", "spec.volumeClaimTemplates"],
        ["batch/v1:Job"] = ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
        ["core/v1:PersistentVolume"] =
        [
            "spec.awsElasticBlockStore", "spec.cephfs", "spec.csi", "spec.fc", "spec.flexVolume", "spec.hostPath", "spec.iscsi", "spec.local", "spec.nfs", "spec.rbd",
        ],
        ["core/v1:PersistentVolumeClaim"] = ["spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"],
        ["core/v1:ResourceQuota"] = ["spec.scopes"],
        ["core/v1:Secret"] = ["type"],
        ["core/v1:Service"] = ["spec.clusterIP"],
        ["rbac.authorization.k8s.io/v1:ClusterRoleBinding"] = ["roleRef"],
        ["rbac.authorization.k8s.io/v1:RoleBinding"] = ["roleRef"],
        ["storage.k8s.io/v1:StorageClass"] = ["parameters", "provisioner"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<(string, string)>> _refused = new Dictionary<string, ImmutableArray<(string, string)>>(StringComparer.Ordinal)
    {
        ["core/v1:PersistentVolumeClaim"] = Refused("core", "spec.dataSource", "spec.dataSourceRef", "spec.volumeMode"),
        ["networking.k8s.io/v1:IngressClass"] = Refused("networking", "spec.controller"),
        ["scheduling.k8s.io/v1:PriorityClass"] = Refused("scheduling", "preemptionPolicy", "value"),
        ["storage.k8s.io/v1:StorageClass"] = Refused("storage", "reclaimPolicy", "volumeBindingMode"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="resource">The object as it is asked for.</param>
    /// <param name="provider">The inputs of its provider; null where the plan hasn't got it.</param>
    public static ReplacementFacts? Of(PlannedResource resource, ValueMap? provider)
    {
        if (!resource.Type.StartsWith(Package, StringComparison.Ordinal))
        {
            return null;
        }
        if (resource.Type == Release)
        {
            return new ReplacementFacts { Source = HelmSource, Replace = ["name", "namespace"] };
        }
        var kind = resource.Type[Package.Length..];
        return new ReplacementFacts
        {
            Source = Source,
            Replace = [.. _identity, .. _types.GetValueOrDefault(kind, []), .. Data(kind, resource.Inputs, provider)],
            Depends = _refused.GetValueOrDefault(kind, []),
        };
    }

    private static ImmutableArray<(string, string)> Refused(string package, params ReadOnlySpan<string> paths)
    {
        var why = $"the API server refuses the change, and Pulumi doesn't replace it by itself (kubernetes, pkg/apis/{package}/validation, read 2026-11-22); delete the object, or add replaceOnChanges";
        var refused = ImmutableArray.CreateBuilder<(string, string)>(paths.Length);
        foreach (var path in paths)
        {
            refused.Add((path, why));
        }
        return refused.MoveToImmutable();
    }

    // Pods don't notice that their settings changed; that is why the provider makes new ones unless it is told otherwise.
    private static ImmutableArray<string> Data(string kind, ValueMap inputs, ValueMap? provider) => kind switch
    {
        "core/v1:ConfigMap" when !IsSet(provider, "enableConfigMapMutable") || IsSet(inputs, "immutable") => ["binaryData", "data"],
        "core/v1:Secret" when !IsSet(provider, "enableSecretMutable") || IsSet(inputs, "immutable") => ["data", "stringData"],
        _ => [],
    };

    // Inputs of providers are texts.
    private static bool IsSet(ValueMap? inputs, string key) =>
        inputs is not null && inputs.TryGetValue(key, out var value) && value is PlanValue.Bool { Value: true } or PlanValue.String { Value: "true" };
}
