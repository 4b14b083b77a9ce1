using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Quotas, rights and limits of documents 000 to 002.</summary>
public sealed class SeedTenantTests
{
    [Fact]
    [Seed("S0.10", "ResourceQuota gpu-quota: CPU, memory and nvidia.com/gpu")]
    public async Task Four_models_share_four_GPUs_and_no_pod_has_another_device() => Holds(
        (await OfAsync("tenants")).Inputs("gpu-quota").SelectToken("spec.hard")!,
        ("['requests.cpu']", "8"),
        ("['requests.memory']", "16Gi"),
        ("['requests.nvidia.com/gpu']", "4"),
        ("['requests.amd.com/gpu']", "0"));

    [Fact]
    [Seed("S1.9", "ResourceQuota model-quota: CPU and memory")]
    public async Task A_team_without_GPUs_has_CPU_and_memory() => Holds(
        (await OfAsync("tenants")).Inputs("models-quota").SelectToken("spec.hard")!, ("['requests.cpu']", "4"), ("['requests.memory']", "8Gi"), ("['requests.nvidia.com/gpu']", "0"));

    [Fact]
    [Seed("S1.12", "Role model-access-role and RoleBinding model-access-binding (fix)")]
    public async Task Who_may_look_at_models_is_a_group_of_their_namespace()
    {
        var scenario = await OfAsync("tenants");
        var rules = scenario.Inputs("models-viewer")["rules"]!;

        Holds(Assert.Single(rules, rule => (string?)rule["apiGroups"]![0] == "serving.kserve.io"), ("resources[0]", "inferenceservices"), ("verbs", """["get","list","watch"]"""));
        Holds(scenario.Inputs("models-viewers"), ("metadata.namespace", "models"), ("roleRef.name", "viewer"), ("subjects[0].kind", "Group"), ("subjects[0].name", "model-user"));
    }

    [Fact]
    [Seed("S2.13", "LimitRange against waste")]
    public async Task What_says_no_request_asks_for_little() => Holds(
        (await OfAsync("tenants")).Inputs("models-limits").SelectToken("spec.limits[0]")!, ("type", "Container"), ("defaultRequest.cpu", "250m"), ("defaultRequest.memory", "512Mi"), ("default", null));
}
