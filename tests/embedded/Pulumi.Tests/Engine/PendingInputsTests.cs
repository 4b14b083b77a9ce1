namespace Pulumi.Tests.Engine;

/// <summary>Inputs that aren't there yet are waited for together; the real SDK waits for one after the other.</summary>
public sealed class PendingInputsTests
{
    [Fact]
    public async Task A_property_is_not_read_again_for_each_output_that_it_waits_for()
    {
        var counted = new Counted();
        var later = Enumerable.Range(0, 20).Select(_ => new TaskCompletionSource<int>()).ToList();
        var run = Mocked.RunAsync(() =>
        {
            var values = later.Select(source => (object)Output.Create(source.Task)).Prepend(counted).ToList();
            _ = new Box("a", new BoxArgs { Value = values });
        });

        // On a thread without the test's context, so that what follows from each is over before the next.
        await Task.Run(() => later.ForEach(source => source.SetResult(later.IndexOf(source))));
        var mocks = await run;

        Assert.Equal(
            $"{{v: [{{x: 1}}, {string.Join(", ", Enumerable.Range(0, 20))}]}}",
            Shape.Of(mocks["a"].Inputs));
        Assert.Equal(2, counted.Reads);
    }

    private sealed class Counted : ResourceArgs
    {
        public int Reads { get; private set; }

        [Input("x")]
        public int Value
        {
            get
            {
                Reads++;
                return 1;
            }
        }
    }
}
