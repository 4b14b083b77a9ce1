using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Capacity.Platform.Reading;

/// <summary>
/// Who gets the requests for a model: what the weights of its route are made from, whichever kind of route that is (HTTPRoute, Ingress of an Application Load Balancer, VirtualService). Steps that a rollout
/// is yet to take aren't in a plan: it has the weights of today.
/// </summary>
internal static class ShareReader
{
    /// <summary>The models, each with its shares.</summary>
    /// <param name="models">All models, with what the plan says of them.</param>
    /// <param name="unknowns">What isn't known, or is to be known.</param>
    public static ImmutableArray<SimulatedModel> Shared(IReadOnlyList<(PlannedService Service, SimulatedModel Model)> models, List<string> unknowns)
    {
        var indexes = new Dictionary<(string Namespace, string Service), int>();
        foreach (var (index, (service, _)) in models.Index())
        {
            indexes.TryAdd((service.Namespace, service.ServiceName), index);
        }

        return [.. models.Select(one => Of(one.Service, one.Model, models, indexes, unknowns))];
    }

    private static SimulatedModel Of(
        PlannedService service, SimulatedModel model, IReadOnlyList<(PlannedService Service, SimulatedModel Model)> models, Dictionary<(string Namespace, string Service), int> indexes, List<string> unknowns)
    {
        if (service.Inputs["shares"] is not JsonArray shares)
        {
            return model;
        }

        // The route is another's.
        if (shares.Count == 0)
        {
            return model with { IsCalledByName = false };
        }

        var known = ImmutableArray.CreateBuilder<RequestShare>();
        foreach (var share in shares)
        {
            if ((string?)share!["service"] is not { } name || share["weight"].Integer() is not { } weight || !indexes.TryGetValue((service.Namespace, name), out var index))
            {
                unknowns.Add($"{service.Name}: the plan doesn't know all models that share its requests; here it gets all of them");
                return model;
            }

            if (weight > 0)
            {
                known.Add(new RequestShare(index, weight));
            }
        }

        // Weights of nothing share nothing.
        if (known is [] || (known is [var only] && models[only.Model].Service == service))
        {
            return model;
        }

        var all = known.Sum(share => share.Weight);
        unknowns.Add($"{service.Name}: of the requests for it {string.Join(", ", known.Select(share => FormattableString.Invariant($"{100.0 * share.Weight / all:0.##} % go to {models[share.Model].Model.Name}")))}, as its route shares them now");
        return model with { Shares = known.ToImmutable() };
    }
}
