namespace Pulumi.Tests.Deployments;

/// <summary>A run ends when all outputs and registrations of the program have ended, whoever waits for them.</summary>
public sealed class PendingWorkTests
{
    [Fact]
    public async Task A_resource_made_inside_apply_is_registered_before_the_run_ends()
    {
        var mocks = await Mocked.RunAsync(() => new Box("outer").Id.Apply(id => new Box($"inner-{id}")));

        Assert.Equal(["outer", "inner-outer_id"], mocks.Names);
    }

    [Fact]
    public async Task In_a_preview_a_resource_made_inside_apply_of_an_unknown_is_never_registered()
    {
        var mocks = RecordingMocks.Answering(null, ImmutableDictionary<string, object>.Empty);
        await Deployment.TestAsync(mocks, Mocked.Preview, () => { new Box("outer").Id.Apply(id => new Box($"inner-{id}")); });

        Assert.Equal(["outer"], mocks.Names);
    }

    [Fact]
    public async Task An_output_that_nobody_reads_is_awaited()
    {
        var source = new TaskCompletionSource<string>();
        var run = Mocked.RunAsync(() => Output.Create(source.Task));
        Assert.False(run.IsCompleted);

        source.SetResult("done");

        await run;
    }

    [Fact]
    public async Task A_resource_made_while_a_mock_is_still_answering_is_registered()
    {
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                await Task.Yield();
                return (args.Name + "_id", args.Inputs);
            },
        };

        await Mocked.RunAsync(mocks, () => new Box("first").Id.Apply(id => new Box($"{id}2").Id.Apply(next => new Box($"{next}3"))));

        Assert.Equal(["first", "first_id2", "first_id2_id3"], mocks.Names);
    }
}
