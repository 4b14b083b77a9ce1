using Infra.Components.Queues;
using Infra.Components.Tenants;

namespace Infra.Components.Tests.Tenants;

/// <summary>Tenants as the tests use them.</summary>
internal static class TenantSamples
{
    public static TenantNamespaceArgs Vision(string tenant = "vision") => new()
    {
        Tenant = tenant,
        NamespaceName = $"team-{tenant}",
        Labels = new Dictionary<string, string> { ["elbv2.k8s.aws/pod-readiness-gate-inject"] = "enabled" },
        Quota = new Dictionary<string, string> { ["requests.cpu"] = "16", ["requests.nvidia.com/gpu"] = "4", ["services.loadbalancers"] = "0" },
        Viewers = ["gpu-inference:vision:viewers", "auditors"],
        Operators = ["gpu-inference:vision:operators"],
        CalledNamespaces = ["inference"],
        Queue = new TenantQueueArgs
        {
            Shares =
            [
                new FlavorShareArgs { Flavor = "t4", Resource = "nvidia.com/gpu", Devices = 2 },
                new FlavorShareArgs { Flavor = "a100", Resource = "nvidia.com/gpu", Devices = 1 },
                new FlavorShareArgs { Flavor = "pieces", Resource = "nvidia.com/mig-1g.5gb", Devices = 7 },
            ],
        },
    };

    public static TenantAccessArgs Access() => new()
    {
        ClusterName = "gpu",
        Entries = [new TenantAccessEntryArgs { RoleArn = "arn:aws:iam::123456789012:role/teams/vision", Groups = ["gpu-inference:vision:viewers", "gpu-inference:language:developers"] }],
    };

    public static PoolFlavorsArgs Flavors() => new() { Pools = [Samples.GpuPool("t4", Samples.Spot)] };
}
