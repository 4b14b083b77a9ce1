using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using static Infra.Core.Monitoring.Alerts.AlertedPool;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts on the nodes of a pool with accelerators: they lack what they are paid for, nobody uses them, nobody watches them, or there are no more of them.</summary>
internal static class GpuPoolAlerts
{
    /// <summary>The alerts of a pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="hasGpuMetrics">Whether the DCGM exporter is there.</param>
    public static RuleGroup Of(AlertedPool pool, bool hasGpuMetrics)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        rules.Add(Lacking(pool));
        if (pool.GivesNodesBack)
        {
            rules.Add(Unused(pool));
        }

        if (pool.Most is { } most && !pool.Models.IsEmpty)
        {
            rules.Add(AtMaximum(pool, most));
        }

        if (pool.HasNvidiaGpus && hasGpuMetrics)
        {
            rules.Add(Unwatched(pool));
        }

        return new RuleGroup($"pool.{pool.Name}", rules.ToImmutable());
    }

    // A new node has its GPUs when its device plugin runs; one whose GPUs are cut starts again before that.
    private static AlertRule Lacking(AlertedPool pool)
    {
        var has = KubeNodeMetrics.Allocatable.Now(pool.OfResource).Max("node").Or(0 * pool.Nodes, Alert.OnNode);
        return new AlertRule
        {
            Name = "GpuNodeLacksGpus",
            Severity = Severity.P1,
            For = TimeSpan.FromMinutes(20),
            Labels = pool.Labels,
            Expression = (pool.PerNode - has > 0).And(pool.ReadyNodes, Alert.OnNode),
            Summary = $"A ready node of pool {pool.Name} has fewer {pool.Resource} than it should: {{{{ $labels.node }}}}",
            Description = $"{{{{ $value }}}} of {Text(pool.PerNode)} {pool.Resource} are missing for 20 minutes: the device plugin doesn't run there, or took a GPU out because it is ill. Models wait while the node is paid for.{pool.Costs}",
            Runbook = new Runbook("gpu-node-lacks-gpus"),
        };
    }

    private static AlertRule Unused(AlertedPool pool)
    {
        // What ended keeps its node and its requests as long as its object is there.
        var used = KubePodMetrics.ContainerRequests.Now(pool.OfResource).And(KubePodMetrics.Phase.Now(Matcher.Like("phase", "Pending|Running")).EqualTo(1), Alert.OnPod).Sum("node") > 0;
        return new AlertRule
        {
            Name = "GpuNodeUnused",
            Severity = Severity.P2,
            For = TimeSpan.FromHours(1),
            Labels = pool.Labels,
            Expression = pool.ReadyNodes.Unless(used, Alert.OnNode).And(pool.Nodes.Count() > pool.Least, Matching.On()),
            Summary = $"Nobody uses a node of pool {pool.Name}: {{{{ $labels.node }}}}",
            Description = $"For an hour no pod on it has asked for {pool.Resource}, and the pool has more than its {Text(pool.Least)} nodes; the autoscaler should have given it back.{pool.Costs}",
            Runbook = new Runbook("gpu-idle"),
        };
    }

    // A pool that is full, and nobody waits, is as large as it was meant to be.
    private static AlertRule AtMaximum(AlertedPool pool, int most)
    {
        var waiting = pool.Models
            .Select(model => KubePodMetrics.Unschedulable.Now(Matcher.Is(TargetLabels.Namespace, model.Namespace), Matcher.Like(TargetLabels.Pod, model.PodPattern)))
            .Aggregate((all, next) => all.Or(next));
        return new AlertRule
        {
            Name = "GpuPoolAtMaximum",
            Severity = Severity.P2,
            For = TimeSpan.FromMinutes(15),
            Labels = pool.Labels,
            Expression = (pool.Nodes.Count() >= most).And(waiting.Count() > 0, Matching.On()),
            Summary = $"Pool {pool.Name} has all its nodes, and models wait for more",
            Description = $"It has {{{{ $value }}}} of {Text(most)} nodes, and pods of {string.Join(", ", pool.Models.Select(model => model.Name))} found no room for 15 minutes. Raise capacity.max of the pool, or let fewer models on it.{pool.Costs}",
            Runbook = new Runbook("gpu-pods-pending"),
        };
    }

    private static AlertRule Unwatched(AlertedPool pool) => new()
    {
        Name = "GpuNodeUnwatched",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(30),
        Labels = pool.Labels,
        Expression = pool.ReadyNodes.Unless(GpuHealthMetrics.Temperature.Now().Max("node"), Alert.OnNode),
        Summary = $"Nobody tells how the GPUs of a node of pool {pool.Name} are: {{{{ $labels.node }}}}",
        Description = "The node is ready, but for 30 minutes the DCGM exporter told nothing of it. No alert on its GPUs can fire.",
        Runbook = new Runbook("gpu-node-unwatched"),
    };
}
