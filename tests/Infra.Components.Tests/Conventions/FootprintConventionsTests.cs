using Infra.Components.Monitoring.Stack;
using Infra.Core;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>Pods that a chart or an add-on makes are in no manifest of a plan, so that who installs it has to declare them.</summary>
public sealed class FootprintConventionsTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string AddOn = "aws:eks/addon:Addon";
    private const string Proxies = "kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyProxy";

    public static TheoryData<Type> Components => [.. ComponentCatalog.Classes];

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Who_installs_a_chart_or_an_add_on_declares_its_pods(Type component)
    {
        var run = await Run(component);
        var installs = run.Registrations.Any(r => r.Type is Release or AddOn or Proxies);
        // The requests of a chart stand in values of ours. Those of an add-on are its maker's, and some ask for nothing.
        var least = run.Registrations.Any(r => r.Type == Release) ? 1 : 0;

        Assert.Equal(installs, Footprint(run, component).Length > 0);
        Assert.All(Footprint(run, component), pod =>
        {
            Assert.True(Enum.TryParse<WorkloadKind>((string?)pod["kind"], out var kind));
            Assert.Equal(kind == WorkloadKind.Deployment, pod["replicas"] is not null);
            Assert.True(CpuQuantity.TryParse((string)pod["cpu"]!, out var cpu) && cpu.Millicores >= least);
            Assert.True(ByteSize.TryParse((string)pod["memory"]!, out var memory) && memory.Bytes >= least);
            Assert.All(pod["hostAccess"]!, access => Assert.True(Enum.TryParse<HostAccess>((string?)access, out _)));
            Assert.True(((string)pod["source"]!).Length > 10);
        });
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Pods_that_reach_into_their_node_have_a_namespace_that_lets_them(Type component)
    {
        var run = await Run(component);
        // Add-ons live in kube-system, which is nobody's.
        if (run.Registrations.All(r => r.Type != AddOn) && Footprint(run, component).Any(pod => pod["hostAccess"] is JArray { Count: > 0 }))
        {
            var levels = run.Registrations.Where(r => r.Type == "kubernetes:core/v1:Namespace")
                .Select(r => (string?)r.Inputs.SelectToken($"metadata.labels['{PodSecurityLabels.Enforce}']"));
            // Of a stack's pods one reaches into its node, and has a namespace of its own for that.
            Assert.Equal(component == typeof(MonitoringStack) ? ["restricted", "privileged"] : ["privileged"], levels);
        }
    }

    private static JToken[] Footprint(ComponentRun run, Type component) =>
        [.. run[$"gpu-inference:index:{component.Name}", "a"].Inputs[ComponentInputs.Footprint] ?? new JArray()];

    private static Task<ComponentRun> Run(Type component) => ComponentHarness.RunAsync(
        () => _ = ComponentCatalog.All[component](
            "a", new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider(), Samples.RandomProvider() } }),
        Samples.Options);
}
