using System.Diagnostics;
using System.Reflection;

namespace Pulumi.Tests.Deployments;

/// <summary>"Minimal harness": the overloads of <c>TestAsync</c>, what they return, and the defaults of <see cref="TestOptions"/>.</summary>
public sealed class HarnessTests
{
    [Fact]
    public async Task An_action_returns_the_resources_without_the_stack()
    {
        Box? box = null;
        var resources = await Deployment.TestAsync(new RecordingMocks(), Mocked.Update, () => { box = new Box("box"); });

        Assert.Same(box, Assert.Single(resources));
    }

    [Fact]
    public async Task An_asynchronous_action_returns_the_resources_without_the_stack()
    {
        var resources = await Deployment.TestAsync(new RecordingMocks(), Mocked.Update, async () =>
        {
            await Task.Yield();
            _ = new Box("box");
        });

        Assert.Equal(["box"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task A_function_returns_the_resources_and_its_own_dictionary()
    {
        var mine = new Dictionary<string, object?>();
        var (resources, outputs) = await Deployment.TestAsync(new RecordingMocks(), Mocked.Update, () =>
        {
            mine["id"] = new Box("box").Id;
            return mine;
        });

        Assert.Single(resources);
        Assert.Equal("box_id", await Assert.IsType<Output<string>>(outputs["id"]).ValueAsync());
    }

    [Fact]
    public async Task An_asynchronous_function_returns_the_resources_and_its_outputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(new RecordingMocks(), Mocked.Update, async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["id"] = new Box("box").Id };
        });

        Assert.Single(resources);
        Assert.Equal("box_id", await Assert.IsType<Output<string>>(outputs["id"]).ValueAsync());
    }

    [Fact]
    public async Task A_stack_type_returns_the_resources_with_the_stack()
    {
        var resources = await Deployment.TestAsync<OneBoxStack>(new RecordingMocks(), Mocked.Update);

        Assert.Equal(["proj-dev", "box"], resources.Select(resource => resource.GetResourceName()));
        Assert.IsType<OneBoxStack>(resources[0]);
    }

    [Fact]
    public async Task A_stack_may_come_from_a_service_provider()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<OneBoxStack>(
            new RecordingMocks(), new OneService<OneBoxStack>(() => new OneBoxStack()), Mocked.Update);

        Assert.Equal(["proj-dev", "box"], resources.Select(resource => resource.GetResourceName()));
    }

    [Theory]
    [InlineData("TestAsync", 2, true)]
    [InlineData("TestWithServiceProviderAsync", 3, false)]
    [InlineData("RunAsync", 0, true)]
    [InlineData("RunAsync", 1, false)]
    public void A_stack_type_is_a_stack_and_has_a_public_parameterless_constructor_where_nobody_else_makes_it(string method, int parameters, bool parameterless)
    {
        var argument = typeof(Deployment).GetMethods()
            .Single(candidate => candidate.Name == method && candidate.IsGenericMethodDefinition && candidate.GetParameters().Length == parameters)
            .GetGenericArguments().Single();

        Assert.Equal([typeof(Stack)], argument.GetGenericParameterConstraints());
        Assert.Equal(parameterless, argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint));
    }

    [Fact]
    public async Task A_delegate_runs_inside_the_constructor_of_a_stack_that_is_not_public()
    {
        Type?[] constructing = [];
        await Mocked.RunAsync(() => constructing = [.. new StackTrace().GetFrames().Select(frame => frame.GetMethod()).OfType<ConstructorInfo>().Select(method => method.DeclaringType)]);

        Assert.Contains(constructing, type => type!.IsSubclassOf(typeof(Stack)) && !type.IsPublic);
    }

    [Fact]
    public async Task A_stack_that_the_service_provider_does_not_know_fails_the_run()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestWithServiceProviderAsync<OneBoxStack>(
            new RecordingMocks(), new OneService<string>(() => ""), Mocked.Update));

        Assert.Contains("Failed to resolve instance of type Pulumi.Tests.Deployments.OneBoxStack from service provider.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_come_in_registration_order_components_and_custom_ones_alike()
    {
        var resources = await Mocked.RunAsync(new RecordingMocks(), () =>
        {
            var group = new Group("group");
            _ = new Box("child", null, new CustomResourceOptions { Parent = group });
            _ = new TestProvider("test", "prov");
            _ = new Server("server");
        });

        Assert.Equal(["group", "child", "prov", "server"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal([typeof(Group), typeof(Box), typeof(TestProvider), typeof(Server)], resources.Select(resource => resource.GetType()));
    }

    [Fact]
    public async Task Defaults_are_a_preview_of_project_and_stack_in_organization()
    {
        var seen = "";
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () =>
        {
            var instance = Deployment.Instance;
            seen = $"{instance.OrganizationName}/{instance.ProjectName}/{instance.StackName} {instance.IsDryRun}";
        });

        Assert.Equal("organization/project/stack True", seen);
    }

    [Fact]
    public async Task A_stack_type_needs_no_options()
    {
        var resources = await Deployment.TestAsync<OneBoxStack>(new RecordingMocks());

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", await resources[0].Urn.ValueAsync());
    }

    [Fact]
    public async Task Options_are_what_the_program_sees()
    {
        var options = new TestOptions { OrganizationName = "org", ProjectName = "p", StackName = "s", IsPreview = false, RootDirectory = "/root/of/it" };
        var seen = "";
        await Deployment.TestAsync(new RecordingMocks(), options, () =>
        {
            var instance = Deployment.Instance;
            seen = $"{instance.OrganizationName}/{instance.ProjectName}/{instance.StackName} {instance.IsDryRun} {instance.RootDirectory}";
        });

        Assert.Equal("org/p/s False /root/of/it", seen);
    }

    [Fact]
    public async Task An_unset_root_directory_throws()
    {
        var thrown = await Mocked.ReadAsync(() => Assert.Throws<InvalidOperationException>(() => Deployment.Instance.RootDirectory));

        Assert.Equal("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.", thrown.Message);
    }

    [Fact]
    public async Task Parallel_runs_do_not_see_each_other()
    {
        var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            var mocks = new RecordingMocks();
            await Deployment.TestAsync(mocks, new TestOptions { ProjectName = $"p{number}" }, async () =>
            {
                await Task.Yield();
                _ = new Box($"{Deployment.Instance.ProjectName}-box");
            });
            return string.Join(",", mocks.Names);
        })));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"p{number}-box"), seen);
    }
}
