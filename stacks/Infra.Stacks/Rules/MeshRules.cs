using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Stacks.Rules;

/// <summary>Rules of models in a service mesh.</summary>
internal static class MeshRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var models = Enumerable.Range(0, settings.Models.Length).Where(i => settings.Models[i].Mesh is not null).ToList();
        foreach (var i in models)
        {
            var path = ConfigPath.Key(PlatformRules.At("models", i), "mesh");
            if (settings.Mesh.Istio is null)
            {
                problems.Add(path, "no mesh is named; say that the cluster has Istio: mesh: {istio: {}}");
            }

            if (settings.Models[i].Mesh!.MirrorPercent is not null && !settings.Models[i].Rollout.HasBoth)
            {
                problems.Add(ConfigPath.Key(path, "mirrorPercent"), "there is no candidate that could get calls too; the strategies blueGreen and canary of rollout run one, a canary at a weight from 1 to 99");
            }
            else if (settings.Models[i].Mesh!.MirrorPercent is not null && settings.Models[i].Rollout.CandidateWeight == 100)
            {
                problems.Add(ConfigPath.Key(path, "mirrorPercent"), "the candidate gets all calls already, and would get these twice; remove it, or set rollout.live: stable");
            }
        }

        if (settings.Mesh.Istio is not { } istio)
        {
            return;
        }

        var mesh = PlatformRules.Key("mesh.istio");
        if (NameRules.DnsLabel.Problem(istio.Namespace) is { } problem && !problems.Cover(ConfigPath.Key(mesh, "namespace")))
        {
            problems.Add(ConfigPath.Key(mesh, "namespace"), problem);
        }

        if (models.Count == 0 && !problems.Cover(PlatformRules.Key("models")))
        {
            problems.Add(mesh, "no model is in the mesh; add mesh: {} to those that shall be, or remove it");
        }
    }
}
