using Infra.Components.Serving.Backends;
using Infra.Core.Serving.Traffic;

namespace Infra.Components.Serving.Traffic;

/// <summary>The way from outside the cluster to a model.</summary>
internal static class Exposure
{
    /// <summary>Declares it, where the model has one, and not another that answers for it.</summary>
    /// <returns>URL of the REST interface outside; empty without one.</returns>
    public static string Create(ServingSpec spec, ServedModel served, ServingChildren children)
    {
        if (spec.Args.Expose is not { } expose || served.HttpShares.IsEmpty)
        {
            return "";
        }

        var via = ExposeVias.Find(expose.Via)!.Value;
        var called = expose.Front is { } front ? served with { HttpShares = [new TrafficSplit(front.Service, front.Port, 100)] } : served;
        if (via == ExposeVia.Gateway)
        {
            GatewayExposure.Create(spec, expose, called, children);
        }
        else
        {
            IngressExposure.Create(spec, via, expose, called, children);
        }

        return $"{(expose.Tls is null ? "http" : "https")}://{expose.Host}{new PublicPath(expose.Path, expose.Rewrite).Outside(spec.Runtime.ApiPath)}";
    }
}
