namespace Pulumi.Tests.Deployments;

/// <summary>What works outside a deployment, and what throws.</summary>
public sealed class OutsideDeploymentTests
{
    [Fact]
    public void There_is_no_instance()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Deployment.Instance);

        Assert.Equal("Trying to acquire Deployment.Instance before 'Run' was called.", exception.Message);
    }

    [Fact]
    public void There_is_no_configuration() => Assert.Throws<InvalidOperationException>(() => new Config());

    [Fact]
    public void There_are_no_resources() => Assert.Throws<InvalidOperationException>(() => new Box("box"));

    [Fact]
    public async Task Outputs_can_be_created_and_applied() =>
        Assert.Equal(2, await Output.Create("ab").Apply(text => text.Length).ValueAsync());

    [Fact]
    public async Task Outputs_of_a_finished_run_can_be_read()
    {
        Box? box = null;
        await Mocked.RunAsync(() => box = new Box("box"));

        Assert.Equal("box_id!", await box!.Id.Apply(id => id + "!").ValueAsync());
        Assert.False(await box.Id.IsSecretAsync());
        Assert.True(await box.Id.IsKnownAsync());
        Assert.Equal(["box"], await box.Id.Apply(id => id + "!").DependencyNamesAsync());
    }

    [Fact]
    public async Task A_finished_run_leaves_no_instance_behind()
    {
        await Mocked.RunAsync(() => _ = new Box("box"));

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }
}
