using System.Text.Json.Nodes;
using Infra.Core.Serving.Backends;

namespace Infra.Capacity.Platform.Reading;

/// <summary>Who shares requests among replicas: whatever comes last before them.</summary>
internal static class BalancingReader
{
    private const string AlbAttributes = "alb.ingress.kubernetes.io/target-group-attributes";

    public static LoadBalancing Of(PlannedService service, List<string> unknowns)
    {
        if (service.Children("InferencePool").Any())
        {
            unknowns.Add($"{service.Name}: its endpoint picker is taken for one that knows the requests of all replicas; its cache of prompts isn't simulated");
            return LoadBalancing.LeastRequests;
        }

        // Ray Serve's router draws two replicas (docs.ray.io, "Architecture", power of two choices).
        return service.Backend == ServingBackend.Ray ? LoadBalancing.LeastOfPair
            : service.Children("DestinationRule").Select(rule => Mesh(rule.Inputs)).FirstOrDefault(found => found is not null)
            // Envoy Gateway's default (gateway.envoyproxy.io, "Load Balancing": Least Request).
            ?? (service.Children("HTTPRoute").Any() ? LoadBalancing.LeastOfTwo
                : service.Children("Ingress").Select(ingress => (LoadBalancing?)Ingress(ingress.Inputs)).FirstOrDefault() ?? LoadBalancing.Random);
    }

    // Istio's default is LEAST_REQUEST, of two (istio.io, "Destination Rule", LoadBalancerSettings).
    private static LoadBalancing? Mesh(JsonObject rule) => (string?)rule["spec"]?["trafficPolicy"]?["loadBalancer"]?["simple"] switch
    {
        "ROUND_ROBIN" => LoadBalancing.RoundRobin,
        "RANDOM" => LoadBalancing.Random,
        _ => LoadBalancing.LeastOfTwo,
    };

    private static LoadBalancing Ingress(JsonObject ingress) =>
        ((string?)ingress["metadata"]?["annotations"]?[AlbAttributes] ?? "").Contains("load_balancing.algorithm.type=least_outstanding_requests", StringComparison.Ordinal)
            ? LoadBalancing.LeastRequests
            : LoadBalancing.RoundRobin;
}
