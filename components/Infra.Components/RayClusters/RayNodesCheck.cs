using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Components.Identity;
using Infra.Components.Jobs;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>What can be wrong with a cluster of Ray.</summary>
internal static partial class RayNodesCheck
{
    private static readonly ImmutableArray<string> _upscaling = ["Default", "Conservative", "Aggressive"];

    /// <summary>Adds a problem for each wrong argument.</summary>
    public static void Run(string path, RayNodesArgs nodes, ConfigProblems problems)
    {
        var head = ConfigPath.Key(path, "head");
        CheckPod(head, nodes.Head.Pod, nodes.Head.StartParams, needsPools: false, problems);
        if (nodes.Workers.Count == 0)
        {
            problems.Add(ConfigPath.Key(path, "workers"), "empty; a cluster without workers computes nothing");
        }

        for (var i = 0; i < nodes.Workers.Count; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "workers"), i);
            CheckGroup(at, nodes.Workers[i], nodes.Workers.Take(i), problems);
            if (nodes.Autoscaling is not null && nodes.Workers[i].Replicas is not null)
            {
                problems.Add(ConfigPath.Key(at, "replicas"), "set together with autoscaling, which owns the number of workers; remove one of them");
            }
        }

        if (nodes.Autoscaling is not { } autoscaling)
        {
            return;
        }

        JobCheck.CheckLeast(ConfigPath.Key(ConfigPath.Key(path, "autoscaling"), "idleTimeoutSeconds"), autoscaling.IdleTimeoutSeconds, 0, problems);
        if (!_upscaling.Contains(autoscaling.Upscaling))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "autoscaling"), "upscaling"), $"{Shown.Quoted(autoscaling.Upscaling)} is none of {string.Join(", ", _upscaling)}");
        }
    }

    /// <summary>Adds a problem where the pods have a policy in AWS and no cluster to get it by.</summary>
    public static void CheckAccess(string name, Input<string>? policy, Input<string>? clusterName, ConfigProblems problems)
    {
        if (policy is null)
        {
            return;
        }

        PodIdentity.Check(name, problems);
        if (clusterName is null)
        {
            problems.Add(ConfigPath.Key(name, "clusterName"), "missing; pods get their role through the Pod Identity of an EKS cluster");
        }
    }

    private static void CheckGroup(string path, RayWorkersArgs group, IEnumerable<RayWorkersArgs> before, ConfigProblems problems)
    {
        if (!NameRules.DnsLabel.Accepts(group.GroupName))
        {
            problems.Add(ConfigPath.Key(path, "groupName"), $"{Shown.Quoted(group.GroupName)} is no group's name; allowed: {NameRules.DnsLabel.Allowed}");
        }
        else if (before.Any(other => other.GroupName == group.GroupName))
        {
            problems.Add(ConfigPath.Key(path, "groupName"), $"{Shown.Quoted(group.GroupName)} is the name of another group already");
        }

        JobCheck.CheckLeast(ConfigPath.Key(path, "minReplicas"), group.MinReplicas, 0, problems);
        JobCheck.CheckLeast(ConfigPath.Key(path, "maxReplicas"), group.MaxReplicas, Math.Max(1, group.MinReplicas), problems);
        if (group.Replicas < group.MinReplicas || group.Replicas > group.MaxReplicas)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), $"{group.Replicas} is not between minReplicas and maxReplicas, {group.MinReplicas} and {group.MaxReplicas}");
        }

        CheckPod(path, group.Pod, group.StartParams, needsPools: true, problems);
    }

    private static void CheckPod(string path, JobPodArgs pod, Dictionary<string, string> startParams, bool needsPools, ConfigProblems problems)
    {
        JobCheck.CheckPod(ConfigPath.Key(path, "pod"), pod, problems, needsPools);
        if (pod.Command.Count + pod.Arguments.Count > 0)
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "pod"), "command"), "KubeRay writes the command that starts Ray; remove command and arguments");
        }

        foreach (var flag in startParams.Keys.Where(flag => !Flag().IsMatch(flag)).Order(StringComparer.Ordinal))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "startParams"), flag), "is no flag of ray start; allowed: lower-case letters, digits and '-', without the dashes before it");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Flag();
}
