using System.Collections.Concurrent;
using Infra.Cli.Tests.EndToEnd.Rendering;
using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>The plans of all environments there are, and of two that have what none of these has.</summary>
internal static class OrderedPlans
{
    private const string Karpenter = "dev with Karpenter";
    private const string Monitored = "prod with monitors";

    private static readonly ConcurrentDictionary<string, Lazy<Task<OrderedPlan>>> s_plans = new();

    public static async Task<IReadOnlyList<OrderedPlan>> AllAsync() =>
        await Task.WhenAll(RenderedEnvironment.All.Append(Karpenter).Append(Monitored)
            .Select(name => s_plans.GetOrAdd(name, static name => new Lazy<Task<OrderedPlan>>(() => PlanAsync(name))).Value));

    private static async Task<OrderedPlan> PlanAsync(string name)
    {
        using var checkout = new Checkout();
        var request = new PlanRequest { Environment = name };
        switch (name)
        {
            case Karpenter:
                request = new PlanRequest { Environment = "dev" };
                checkout.Replace("Pulumi.dev.yaml", "kind: clusterAutoscaler", "kind: karpenter\n    nodeOverlays: true");
                checkout.Replace(
                    "Pulumi.dev.yaml", "capacityType: spot", "capacityType: spot\n      amiReleaseVersion: \"1.35.2-20260917\"\n      sharing: {timeSlicing: 4}\n      headroom: {replicas: 1}");
                break;
            case Monitored:
                request = new PlanRequest { Environment = "prod" };
                checkout.Append("Pulumi.prod.yaml", "\n  gpu-inference:monitoring:\n    prometheusOperator: {namespace: monitoring}\n");
                break;
            case var example when example.Contains('/'):
                request = new PlanRequest { Environment = Path.GetFileNameWithoutExtension(example), ConfigFile = RepositoryRoot.Combine(example) };
                break;
        }

        return new OrderedPlan(name, (await PlanSource.Of(new ProjectFolder(checkout.Path("").TrimEnd('/'))).PlanAsync(request)).Plan!);
    }
}
