using System.Collections.Concurrent;
using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The plans of the shipped environments, as <c>preview --json</c> writes them.</summary>
internal static class ShippedPlans
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Plan>>> s_plans = new();

    public static Task<Plan> OfAsync(string environment) =>
        s_plans.GetOrAdd(environment, static name => new Lazy<Task<Plan>>(() => PreviewAsync(name))).Value;

    public static PlannedResource Named(this Plan plan, string name) => Assert.Single(plan.Resources, resource => resource.Name == name);

    /// <summary>What the preview of an environment says on standard error: of production, that P3 is retired.</summary>
    public static string Warnings(string environment) => environment != "prod" ? "" :
        """
        Diagnostics:
          gpu-inference:index:GpuNodePool (v100):
            warning: 'p3.2xlarge' is retired: AWS asked its users to leave P3 by 2025-12-20, and EC2 no longer describes this type in the commercial regions; a price is still listed, which proves nothing; its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01; use g4dn.xlarge instead; pin amiReleaseVersion, so that no newer driver arrives unasked

        """;

    private static async Task<Plan> PreviewAsync(string environment)
    {
        using var checkout = new Checkout();
        var result = await checkout.RunAsync("preview", environment, "--json");
        Assert.Equal((0, Warnings(environment)), (result.ExitCode, result.Error));
        return PlanJson.Read(new StringReader(result.Output));
    }
}
