using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Serving.Backends;
using Infra.Core.Units;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Rules of clusters of Ray, whether they stand alone or are there for a training. Pools and resources of their pods are checked as those of jobs are.</summary>
internal static class RayRules
{
    // Its volume is small, and nothing asks for it.
    private static readonly ByteSize _noScratch = new(0);

    private const string Flags = "lower-case letters, digits and '-', without the dashes before them";

    public static void Check(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, KnownNames poolNames, ConfigProblems problems)
    {
        foreach (var ray in ConfiguredRay.Of(settings))
        {
            if (ray.Pod.Command.Length + ray.Pod.Arguments.Length > 0)
            {
                var instead = ray.IsForTraining ? "say in ray.entrypoint what trains" : "send work to its dashboard";
                problems.Add(
                    ConfigPath.Key(ConfigPath.Key(ray.Path, "pod"), ray.Pod.Command.IsEmpty ? "arguments" : "command"),
                    $"KubeRay writes the command that starts Ray; remove command and arguments, and {instead}");
            }

            CheckHead(ray, problems);
            for (var i = 0; i < ray.Workers.Length; i++)
            {
                CheckGroup(ray, i, problems);
            }
        }

        CheckClients(settings, problems);
        if (settings.Models.Any(model => model.Backend == ServingBackend.Ray) && HeadsOfModels(settings.Backends.Ray.Head) is { } heads)
        {
            JobRules.CheckPools(heads, poolNames, problems);
            JobFitRules.Check(heads, pools, problems);
        }
    }

    // Null where they name no pools: then they are pods of the system pool.
    private static ConfiguredJob? HeadsOfModels(RayModelHeadConfig head) => head.Pools.IsEmpty
        ? null
        : new ConfiguredJob(
            PlatformRules.Key("backends.ray"),
            "",
            new JobPodConfig { Pools = head.Pools, Gpus = 0, Resources = head.Resources, Architectures = [CpuArchitecture.Amd64], Scratch = _noScratch })
        {
            OwnPath = PlatformRules.Key("backends.ray.head"),
            OwnKeys = ["pools", "gpus", "resources"],
        };

    private static void CheckHead(ConfiguredRay ray, ConfigProblems problems)
    {
        CheckFlags(ray.HeadPath, ray.Head.StartParams.Keys, problems);
        if (ray.Head is { Gpus: > 0, Pools.IsEmpty: true } && !problems.Cover(ray.HeadPath))
        {
            problems.Add(ConfigPath.Key(ray.HeadPath, "gpus"), $"{ray.Head.Gpus}, but without pools the head runs on nodes that have none; name pools with GPUs, or remove it");
        }
    }

    private static void CheckGroup(ConfiguredRay ray, int index, ConfigProblems problems)
    {
        var (path, group) = (ray.GroupPath(index), ray.Workers[index]);
        CheckFlags(path, group.StartParams.Keys, problems);
        if (group.Name.Length > 0 && ray.Workers.Take(index).Any(other => other.Name == group.Name))
        {
            problems.Add(ConfigPath.Key(path, "name"), $"{Shown.Quoted(group.Name)} is already the name of another group of the cluster; names are unique");
        }

        if (ray.Autoscaling is null || problems.Cover(path))
        {
            return;
        }

        if (group.Replicas is not null)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), "set together with autoscaling, which owns the number of workers; say min and max instead");
        }
        else if (group.Max is null)
        {
            problems.Add(ConfigPath.Key(path, "max"), "missing; with autoscaling a group needs a limit");
        }
    }

    private static void CheckFlags(string path, IEnumerable<string> flags, ConfigProblems problems)
    {
        foreach (var flag in flags.Where(flag => !IsFlag(flag)))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "startParams"), flag), $"{Shown.Quoted(flag)} is no flag of ray start; allowed: {Flags}");
        }
    }

    private static bool IsFlag(string flag) => NameRules.DnsLabel.Accepts(flag) && !char.IsAsciiDigit(flag[0]);

    private static void CheckClients(PlatformSettings settings, ConfigProblems problems)
    {
        for (var i = 0; i < settings.RayClusters.Length; i++)
        {
            var clients = settings.RayClusters[i].ClientNamespaces;
            for (var j = 0; j < clients.Length; j++)
            {
                NamespaceRules.CheckName(ConfigPath.Index(ConfigPath.Key(PlatformRules.At("rayClusters", i), "clientNamespaces"), j), clients[j], problems);
            }
        }
    }
}
