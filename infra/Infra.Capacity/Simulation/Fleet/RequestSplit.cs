using Infra.Capacity.Platform;
using Infra.Capacity.Randomness;

namespace Infra.Capacity.Simulation.Fleet;

/// <summary>
/// Who of several models gets a request for a name: each by chance, by the weights of the route, as Envoy draws a weighted cluster for every request (envoyproxy.io, "Traffic splitting") and an Application Load Balancer a target group of a
/// weighted rule.
/// </summary>
internal sealed class RequestSplit(int own, SimulatedModel model, RandomSource chance)
{
    private readonly int _all = model.Shares.Sum(share => share.Weight);

    /// <summary>Index of the model that gets the next request.</summary>
    public int Next()
    {
        if (model.Shares.IsEmpty)
        {
            return own;
        }

        if (model.Shares.Length == 1)
        {
            return model.Shares[0].Model;
        }

        var drawn = chance.NextBelow(_all);
        foreach (var share in model.Shares)
        {
            if (drawn < share.Weight)
            {
                return share.Model;
            }

            drawn -= share.Weight;
        }

        return own;
    }
}
