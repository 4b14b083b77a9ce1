using System.Collections.Concurrent;
using Infra.Cli.Tests.EndToEnd.Rendering;
using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>The plans of all environments there are, and of some that have what none of these has.</summary>
internal static class OrderedPlans
{
    private const string Karpenter = "dev with Karpenter";
    private const string Stored = "prod with storage";
    private const string Backends = "dev with every backend";

    private static readonly ConcurrentDictionary<string, Lazy<Task<OrderedPlan>>> s_plans = new();

    public static async Task<IReadOnlyList<OrderedPlan>> AllAsync() =>
        await Task.WhenAll(RenderedEnvironment.All.Concat([Karpenter, Stored, Backends])
            .Select(name => s_plans.GetOrAdd(name, static name => new Lazy<Task<OrderedPlan>>(() => PlanAsync(name))).Value));

    private static string Model(string backend) =>
        $$"""    - {name: "on-{{backend.ToLowerInvariant()}}", backend: {{backend}}, runtime: vllm, source: "hf://Qwen/Qwen2.5-0.5B-Instruct@7ae5576", pools: [t4], llm: {model: qwen2.5-0.5b-instruct, precision: fp16} }""";

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
            case Stored:
                request = new PlanRequest { Environment = "prod" };
                checkout.Replace("Pulumi.prod.yaml", "further: [aws-efs-csi-driver]", "further: [aws-efs-csi-driver, aws-fsx-csi-driver, aws-mountpoint-s3-csi-driver]");
                checkout.Replace(
                    "Pulumi.prod.yaml",
                    "    volumes:\n",
                    """
                        volumes:
                          - {name: disk, size: 100Gi, ebs: {zone: us-west-2b}}
                          - {name: shared, size: 500Gi, efs: {}}
                          - {name: fast, size: 1200Gi, lustre: {zone: us-west-2b, bucket: models, throughput: 250}}
                          - {name: mounted, size: 1Ti, s3: {bucket: models}}
                          - {name: server, size: 1Ti, nfs: {server: nas.example, path: /models}}
                          - {name: longhorn, size: 1Ti, storageClass: longhorn}

                    """);
                checkout.Replace("Pulumi.prod.yaml", "    accessLogDays: 90", "    accessLogDays: 90\n    cache: {pools: [a100], models: [cached], size: 100Gi}");
                checkout.Replace(
                    "Pulumi.prod.yaml",
                    "  gpu-inference:models:\n",
                    """
                      gpu-inference:models:
                        - {name: cached, runtime: tensorflow-serving, source: s3://models/cached, pools: [a100]}
                        - {name: on-disk, runtime: tensorflow-serving, source: pvc://disk, pools: [a100]}
                        - {name: on-efs, runtime: tensorflow-serving, source: pvc://shared/a, pools: [a100]}

                    """);
                break;
            case Backends:
                request = new PlanRequest { Environment = "dev" };
                checkout.Replace("Pulumi.dev.yaml", "  gpu-inference:models:", $"  gpu-inference:models:\n{Model("kserve")}\n{Model("ray")}\n{Model("leaderWorkerSet")}");
                checkout.Replace("Pulumi.dev.yaml", "capacity: {min: 0, max: 4}", "capacity: {min: 0, max: 8}");
                checkout.Append("Pulumi.dev.yaml", "\n  gpu-inference:systemPool: {min: 3, max: 6}\n");
                break;
            case var example when example.Contains('/'):
                request = new PlanRequest { Environment = Path.GetFileNameWithoutExtension(example), ConfigFile = RepositoryRoot.Combine(example) };
                break;
        }

        return new OrderedPlan(name, (await PlanSource.Of(new ProjectFolder(checkout.Path("").TrimEnd('/'))).PlanAsync(request)).Plan!);
    }
}
