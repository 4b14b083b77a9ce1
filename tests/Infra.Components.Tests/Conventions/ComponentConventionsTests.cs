using System.Reflection;
using Infra.Core;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>What every component has in common, so that a user who knows one knows all.</summary>
public sealed class ComponentConventionsTests
{
    public static TheoryData<Type> Components => [.. ComponentCatalog.Classes];

    [Fact]
    public void Every_component_is_tried_here_and_has_a_token()
    {
        var names = ComponentCatalog.Classes.Select(type => type.Name).Order(StringComparer.Ordinal).ToArray();
        var tokens = typeof(ComponentTypes).GetFields()
            .Where(field => field.Name != nameof(ComponentTypes.Package))
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

        Assert.Equal(names, ComponentCatalog.All.Keys.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(names, tokens.Keys.Order(StringComparer.Ordinal));
        Assert.All(tokens, token => Assert.Equal($"gpu-inference:index:{token.Key}", token.Value));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void It_is_sealed_and_made_from_name_args_and_options(Type component)
    {
        var parameters = Assert.Single(component.GetConstructors()).GetParameters();

        Assert.True(component is { IsSealed: true, IsPublic: true });
        Assert.Equal(
            ["String name", $"{component.Name}Args args", "ComponentResourceOptions options"],
            parameters.Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"));
        Assert.True(parameters[1].ParameterType is { IsSealed: true, BaseType: { IsAbstract: true } parent } && parent.IsAssignableTo(typeof(ResourceArgs)));
        Assert.True(parameters[2] is { HasDefaultValue: true, DefaultValue: null });
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task It_registers_its_token_its_inputs_and_its_outputs(Type component)
    {
        var registration = (await Run(component, "a")).Registrations.Single(r => r.Resource.GetType() == component);
        var required = InputProperties.Of(component.GetConstructors()[0].GetParameters()[1].ParameterType)
            .Where(property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)))
            .Select(property => InputProperties.Name(property));

        Assert.Equal($"gpu-inference:index:{component.Name}", registration.Type);
        Assert.Empty(required.Except(registration.Inputs.Properties().Select(property => property.Name)));
        Assert.NotNull(registration.Outputs);
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Its_outputs_are_there_once_it_is_made(Type component)
    {
        var resource = (await Run(component, "a")).Registrations.Single(r => r.Resource.GetType() == component).Resource;
        var outputs = component.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>));

        Assert.All(outputs, output =>
        {
            Assert.Equal(InputProperties.CamelCase(output.Name), output.GetCustomAttribute<OutputAttribute>()?.Name);
            Assert.NotNull(output.GetValue(resource));
        });
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Its_children_are_named_after_it_below_it_and_under_its_provider(Type component)
    {
        var children = (await Run(component, "a")).Registrations.Where(r => r.Parent is not null).ToArray();

        Assert.NotEmpty(children);
        Assert.All(children, child =>
        {
            Assert.StartsWith("a-", child.Name, StringComparison.Ordinal);
            Assert.Equal("a", child.Parent);
            Assert.Equal(child.Type.Split(':')[0], child.Provider);
            Assert.DoesNotContain("a", child.DependsOn);
        });
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task It_hands_on_what_it_waits_for(Type component)
    {
        var run = await ComponentHarness.RunAsync(() =>
        {
            ProviderResource[] providers = [Samples.AwsProvider(), Samples.KubernetesProvider(), Samples.RandomProvider()];
            var before = new Pulumi.Kubernetes.Core.V1.Namespace("before", null, new CustomResourceOptions { Provider = providers[1] });
            _ = ComponentCatalog.All[component](
                "a", new ComponentResourceOptions { Providers = { providers[0], providers[1], providers[2] }, DependsOn = { before } });
        }, Samples.Options);
        var waiting = run.Registrations.Where(r => r.Parent == "a" && r.DependsOn.Contains("before")).Select(r => r.Name);

        Assert.Equal(ComponentCatalog.Roots[component], waiting);
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Two_of_a_kind_share_nothing_but_their_shape(Type component)
    {
        var run = await Run(component, "a", "b");
        var (first, second) = (Below(run, "a"), Below(run, "b"));

        Assert.Equal(first.Select(r => $"{r.Type} {r.Name[1..]}"), second.Select(r => $"{r.Type} {r.Name[1..]}"));
        Assert.Empty(first.Select(r => r.Name).Intersect(second.Select(r => r.Name)));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task A_preview_shows_every_resource_that_an_update_makes(Type component)
    {
        // In a preview nothing of AWS is known yet, so that whatever waits for it in an Apply would be missing.
        var preview = await ComponentHarness.RunAsync(() => Make(component, "a"), new HarnessOptions { IsPreview = true });

        Assert.Equal((await Run(component, "a")).Resources(), preview.Resources());
    }

    private static Registration[] Below(ComponentRun run, string name) => [.. run.Registrations.Where(r => r.Name == name || r.Parent == name)];

    // The harness refuses two resources with one URN.
    internal static Task<ComponentRun> Run(Type component, params string[] names) =>
        ComponentHarness.RunAsync(() => Make(component, names), Samples.Options);

    private static void Make(Type component, params string[] names)
    {
        ProviderResource[] providers = [Samples.AwsProvider(), Samples.KubernetesProvider(), Samples.RandomProvider()];
        foreach (var name in names)
        {
            _ = ComponentCatalog.All[component](name, new ComponentResourceOptions { Providers = { providers[0], providers[1], providers[2] } });
        }
    }
}
