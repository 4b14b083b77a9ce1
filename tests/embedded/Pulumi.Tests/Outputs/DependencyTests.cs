namespace Pulumi.Tests.Outputs;

/// <summary><see cref="OutputUtilities"/>: which resources an output depends on.</summary>
public sealed class DependencyTests
{
    [Fact]
    public async Task A_created_output_depends_on_nothing() =>
        Assert.Empty(await OutputUtilities.GetDependenciesAsync(Output.Create("x")));

    [Fact]
    public async Task Apply_keeps_and_adds_dependencies()
    {
        var output = await InProgramAsync((a, b) => a.Id.Apply(_ => b.Id));

        Assert.Equal(["a", "b"], await output.DependencyNamesAsync());
    }

    [Fact]
    public async Task All_tuple_and_format_join_dependencies()
    {
        var all = await InProgramAsync((a, b) => Output.All(a.Id, b.Id).Apply(_ => ""));
        var tuple = await InProgramAsync((a, b) => Output.Tuple(a.Id, b.Id).Apply(_ => ""));
        var format = await InProgramAsync((a, b) => Output.Format($"{a.Id}{b.Id}"));

        Assert.Equal(["a", "b"], await all.DependencyNamesAsync());
        Assert.Equal(["a", "b"], await tuple.DependencyNamesAsync());
        Assert.Equal(["a", "b"], await format.DependencyNamesAsync());
    }

    [Fact]
    public async Task Secret_and_unsecret_keep_dependencies()
    {
        var output = await InProgramAsync((a, _) => Output.Unsecret(Output.CreateSecret(a.Id)));

        Assert.Equal(["a"], await output.DependencyNamesAsync());
    }

    [Fact]
    public async Task A_dependency_can_be_added()
    {
        var output = await InProgramAsync((a, b) => OutputUtilities.WithDependency(a.Id, b));

        Assert.Equal(["a", "b"], await output.DependencyNamesAsync());
        Assert.Equal("a_id", await output.ValueAsync());
    }

    [Fact]
    public async Task An_unknown_output_keeps_dependencies()
    {
        Output<int>? output = null;
        await Deployment.TestAsync(new EmptyMocks(), Mocked.Preview, () => { output = new Box("a").Id.Apply(id => id.Length); });

        Assert.False(await output!.IsKnownAsync());
        Assert.Equal(["a"], await output!.DependencyNamesAsync());
    }

    private static async Task<Output<string>> InProgramAsync(Func<Box, Box, Output<string>> program)
    {
        Output<string>? output = null;
        await Mocked.RunAsync(() => { output = program(new Box("a"), new Box("b")); });
        return output!;
    }
}
