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

    private static async Task<Plan> PreviewAsync(string environment)
    {
        using var checkout = new Checkout();
        var result = await checkout.RunAsync("preview", environment, "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return PlanJson.Read(new StringReader(result.Output));
    }
}
