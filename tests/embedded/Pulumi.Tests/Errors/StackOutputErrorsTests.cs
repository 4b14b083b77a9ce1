namespace Pulumi.Tests.Errors;

/// <summary>Output properties of a stack must be assigned, and be outputs.</summary>
public sealed class StackOutputErrorsTests
{
    [Fact]
    public async Task An_unassigned_output_is_refused_by_name()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<UnassignedStack>(new RecordingMocks(), Mocked.Update));

        Assert.Equal(
            "Output(s) 'Count, url' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            exception.Message);
    }

    [Fact]
    public async Task An_output_of_another_type_is_refused_by_name()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<WrongTypeStack>(new RecordingMocks(), Mocked.Update));

        Assert.Equal(
            "Output(s) 'Count' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            exception.Message);
    }

    private sealed class UnassignedStack : Stack
    {
        [Output]
        public Output<int> Count { get; private set; } = null!;

        [Output("url")]
        public Output<string> Url { get; private set; } = null!;
    }

    private sealed class WrongTypeStack : Stack
    {
        [Output]
        public int Count { get; private set; } = 1;
    }
}
