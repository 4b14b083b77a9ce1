using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Prices;
using Infra.Core.Projections;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs;

/// <summary>
/// What models have of the nodes that their pods landed on: of each node the greatest share that a pod requests of GPUs, CPU or memory. Where the shares of a
/// node's models are more than the node, each is made smaller by as much; what is left of a node no model has.
/// </summary>
internal sealed class ModelShares
{
    private readonly CostedPlan _plan;
    private readonly Dictionary<(Urn, string), PodRequests> _requests;

    private ModelShares(CostedPlan plan)
    {
        _plan = plan;
        _requests = PlannedPods.Of(plan.Objects).GroupBy(pods => (pods.Owner.Resource.Urn, Role(pods.Pods.Role))).ToDictionary(pods => pods.Key, pods => pods.First().Pods.Requests);
    }

    /// <summary>The models, the dearest first; none where pods weren't placed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="pools">What the pools cost.</param>
    /// <param name="nodes">Pools whose nodes have a price.</param>
    public static ValueList<ModelCost> Of(CostedPlan plan, IEnumerable<PoolCost> pools, IReadOnlySet<string> nodes)
    {
        if (plan.Placement is not { } placement)
        {
            return [];
        }

        var shares = new ModelShares(plan);
        var perNode = pools.ToDictionary(pool => pool.Name, StringComparer.Ordinal);
        var (least, most) = (shares.OfState(placement.Minimum), shares.OfState(placement.Maximum));
        var tenants = plan.Of(ComponentTypes.TenantNamespace).ToLookup(tenant => (string?)tenant.Inputs["namespaceName"] ?? "", tenant => (string?)tenant.Inputs["tenant"], StringComparer.Ordinal);
        return
        [
            .. plan.Of(ComponentTypes.InferenceService).Select(Cost)
                .OrderByDescending(model => model.AtMaximum).ThenByDescending(model => model.AtMinimum).ThenBy(model => model.Model, StringComparer.Ordinal),
        ];

        ModelCost Cost(PlannedObject model)
        {
            var its = plan.Pools.Where(pool => most.ContainsKey((model.Resource.Urn, pool.Name)) || least.ContainsKey((model.Resource.Urn, pool.Name))).ToList();
            var priced = its.Where(pool => nodes.Contains(pool.Name)).Select(pool => Share(model.Resource.Urn, pool)).ToList();
            return new ModelCost(
                (string?)model.Inputs["model"] ?? model.Resource.Name,
                tenants[(string?)model.Inputs["namespace"] ?? ""].FirstOrDefault(),
                [.. priced],
                [.. its.Where(pool => !nodes.Contains(pool.Name)).Select(pool => pool.Name)],
                [.. shares.Throughput(model.Inputs, priced.Sum(share => share.AtMaximum))]);
        }

        PoolShare Share(Urn model, CostedPool pool) => new(
            pool.Name,
            least.GetValueOrDefault((model, pool.Name)),
            perNode[pool.Name].AtMinimum / Math.Max(1, pool.Least),
            most.GetValueOrDefault((model, pool.Name)),
            perNode[pool.Name].AtMaximum / Math.Max(1, pool.Most));
    }

    // By what its scaler wants of a replica: nobody knows better what one takes.
    private IEnumerable<ThroughputCost> Throughput(JsonObject inputs, decimal most)
    {
        var replicas = (decimal?)(double?)inputs["autoscaling"]?["maxReplicas"] ?? 0;
        if (replicas == 0 || most == 0)
        {
            yield break;
        }

        var perHour = most / replicas / ListPrice.HoursPerMonth;
        if ((decimal?)(double?)inputs["autoscaling"]!["tokensPerSecond"] is { } tokens)
        {
            yield return new ThroughputCost("million tokens", 1_000_000, tokens, perHour, _plan.Options.Use);
        }

        if ((decimal?)(double?)inputs["autoscaling"]!["requestsPerSecond"] is { } requests)
        {
            yield return new ThroughputCost("1,000 requests", 1_000, requests, perHour, _plan.Options.Use);
        }
    }

    /// <summary>Nodes of a pool that a model's pods have in a state, as parts of one.</summary>
    private Dictionary<(Urn, string), decimal> OfState(PlacementState state)
    {
        var shares = new Dictionary<(Urn, string), decimal>();
        foreach (var node in state.Nodes)
        {
            var models = node.Pods.Where(pods => pods.Workload is { IsPerNode: false, Component: { Type: ComponentTypes.InferenceService } })
                .Select(pods => (Model: pods.Workload.Component!, Share: Share(pods, node.Allocatable))).ToList();
            var whole = Math.Max(1, models.Sum(model => model.Share));
            foreach (var (model, share) in models)
            {
                shares[(model, node.Pool)] = shares.GetValueOrDefault((model, node.Pool)) + (share / whole);
            }
        }

        return shares;
    }

    private decimal Share(PodsOnNode pods, ImmutableSortedDictionary<string, long> node)
    {
        if (!_requests.TryGetValue((pods.Workload.Urn, pods.Workload.Role), out var requests))
        {
            return 0;
        }

        var parts = requests.Devices.Add("cpu", requests.Cpu.Millicores).Add("memory", requests.Memory.Bytes)
            .Where(request => node.GetValueOrDefault(request.Key) > 0)
            .Select(request => (decimal)request.Value / node[request.Key]);
        return pods.Count * parts.DefaultIfEmpty().Max();
    }

    private static string Role(string role) => role == "pod" ? "" : role;
}
