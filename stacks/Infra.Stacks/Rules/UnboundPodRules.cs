using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>
/// Pods that name no pool run where the controllers do: on a new cluster's system pool. Their images have to be published for its CPU architecture, or they
/// stay Pending for ever. Controllers and add-ons are for both.
/// </summary>
internal static class UnboundPodRules
{
    // Of Ray's image with vLLM, and of images of one's own, of which nobody said anything else.
    private static readonly ImmutableArray<CpuArchitecture> _rayServe = [CpuArchitecture.Amd64];

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("systemPool");
        if (settings.Cluster.Eks is null || settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode || problems.Cover(path) || problems.Cover(PlatformRules.Key("cluster")))
        {
            return;
        }

        var types = (settings.SystemPool ?? new SystemPoolConfig()).Types();
        var architectures = InstanceCatalog.Default.All.Where(type => types.Contains(type.Name)).Select(type => type.Architecture).Distinct().ToList();
        foreach (var (at, who, image) in Pods(settings).Where(pod => !architectures.Any(pod.Image.Contains)))
        {
            problems.Add(
                at,
                $"{who} on the nodes of systemPool, which are {Words(architectures)} ({string.Join(", ", types)}), but the image is for {Words(image)}, and no node would take it; "
                + "name pools of such nodes here, or give systemPool other instanceTypes");
        }
    }

    private static IEnumerable<(string Path, string Who, IReadOnlyList<CpuArchitecture> Image)> Pods(PlatformSettings settings)
    {
        var served = settings.Models.Where(model => model.Backend == ServingBackend.Ray).Select(model => model.Name).ToList();
        if (served.Count > 0 && settings.Backends.Ray.Head.Pools.IsEmpty)
        {
            yield return (
                PlatformRules.Key("backends.ray.head.pools"),
                $"empty, so that {(served.Count == 1 ? "the head" : "heads")} of {string.Join(", ", served)} {(served.Count == 1 ? "runs" : "run")}",
                _rayServe);
        }

        foreach (var ray in ConfiguredRay.Of(settings).Where(ray => ray.Head.Pools.IsEmpty))
        {
            yield return (ConfigPath.Key(ray.HeadPath, "pools"), "empty, so that the head runs", ray.Pod.Architectures);
        }
    }

    private static string Words(IEnumerable<CpuArchitecture> architectures) => string.Join(", ", architectures.Select(architecture => architecture.ToKubernetes()));
}
