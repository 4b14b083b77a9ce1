namespace Pulumi.Tests.Engine;

/// <summary>Inputs that aren't there yet are waited for together; the real SDK waits for one after the other.</summary>
public sealed class PendingInputsTests
{
    [Fact]
    public async Task A_property_is_not_read_again_for_each_output_that_it_waits_for()
    {
        var counted = new Counted();
        var mocks = await Mocked.RunAsync(() =>
        {
            var values = Enumerable.Range(0, 20).Select(i => (object)Output.Create(LaterAsync(i))).Prepend(counted).ToList();
            _ = new Box("a", new BoxArgs { Value = values });
        });

        Assert.Equal(
            $"{{v: [{{x: 1}}, {string.Join(", ", Enumerable.Range(0, 20))}]}}",
            Shape.Of(mocks["a"].Inputs));
        Assert.Equal(2, counted.Reads);
    }

    private static async Task<int> LaterAsync(int value)
    {
        await Task.Delay(value);
        return value;
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
