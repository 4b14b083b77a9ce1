using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>The harness says what a program registers, options included, and refuses what an engine would refuse.</summary>
public sealed class ComponentHarnessTests
{
    [Fact]
    public async Task It_records_every_resource_in_order()
    {
        var run = await ComponentHarness.RunAsync(() =>
        {
            _ = new Sample("b", new SampleArgs());
            _ = new Sample("a", new SampleArgs());
        });

        Assert.Equal(
            """
            test:index:Sample b
              aws:test/leaf:Leaf b-first
              aws:test/leaf:Leaf b-last
            test:index:Sample a
              aws:test/leaf:Leaf a-first
              aws:test/leaf:Leaf a-last

            """,
            run.Outline);
    }

    [Fact]
    public async Task It_records_inputs_as_the_provider_gets_them()
    {
        var run = await ComponentHarness.RunAsync(() => _ = new Sample("a", new SampleArgs { Text = "x", Counts = { 1, 2 } }));

        Assert.Equal(
            """
            {
              "counts": [
                1,
                2
              ],
              "text": "x"
            }
            """,
            run["test:index:Sample", "a"].InputsJson);
    }

    [Fact]
    public async Task It_records_the_options_that_mocks_don_t_show()
    {
        var run = await ComponentHarness.RunAsync(() => _ = new Sample("a", new SampleArgs()));
        var (component, first, last) = (run.Registrations[0], run.Registrations[1], run.Registrations[2]);

        Assert.Null(component.Parent);
        Assert.Equal(("a", true), (first.Parent, first.Protect));
        Assert.Equal(["text"], first.IgnoreChanges);
        Assert.Equal(["a-first"], last.DependsOn);
        Assert.Equal(TimeSpan.FromMinutes(3), last.CustomTimeouts?.Create);
    }

    [Fact]
    public async Task It_records_the_outputs_that_a_component_registers()
    {
        var run = await ComponentHarness.RunAsync(() => _ = new Sample("a", new SampleArgs()));

        Assert.Equal("""{"lastId":"a-last-id","password":{"$secret":true}}""", run["test:index:Sample", "a"].Outputs?.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Null(run["aws:test/leaf:Leaf", "a-last"].Outputs);
    }

    [Fact]
    public async Task Resources_return_what_a_cloud_would()
    {
        Leaf? leaf = null;
        var options = new HarnessOptions { Outputs = args => new Dictionary<string, object> { ["arn"] = $"arn of {args.Name}" } };
        var (defaults, custom) = ("", "");
        await ComponentHarness.RunAsync(() => { leaf = new Leaf("a", "x"); leaf.Arn.Apply(arn => defaults = arn); });
        await ComponentHarness.RunAsync(() => { leaf = new Leaf("a", "x"); leaf.Arn.Apply(arn => custom = arn); }, options);

        Assert.Equal(("arn:aws:test:::a", "arn of a"), (defaults, custom));
    }

    [Fact]
    public async Task The_same_name_twice_is_refused()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ComponentHarness.RunAsync(() =>
        {
            _ = new Leaf("a", "x");
            _ = new Leaf("a", "y");
        }));

        Assert.Equal("aws:test/leaf:Leaf 'a' is registered 2 times below 'the stack'.", exception.Message);
    }

    [Fact]
    public async Task The_program_s_exception_comes_back_as_it_was()
    {
        var thrown = new ArgumentException("no such pool");

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => ComponentHarness.RunAsync(() => Fail(thrown)));

        Assert.Same(thrown, exception);
        Assert.Equal(0, Environment.ExitCode);
    }

    [Fact]
    public async Task Configuration_belongs_to_one_run()
    {
        var options = new HarnessOptions { Config = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("gpu-inference:size", "3") };
        var sizes = new List<int?>();
        await ComponentHarness.RunAsync(() => sizes.Add(new Config("gpu-inference").GetInt32("size")), options);
        await ComponentHarness.RunAsync(() => sizes.Add(new Config("gpu-inference").GetInt32("size")));

        Assert.Equal([3, null], sizes);
    }

    [Fact]
    public async Task A_resource_that_isn_t_there_is_answered_with_those_that_are()
    {
        var run = await ComponentHarness.RunAsync(() => _ = new Leaf("a", "x"));

        var exception = Assert.Throws<KeyNotFoundException>(() => run["aws:test/leaf:Leaf", "b"]);

        Assert.Equal("There is no aws:test/leaf:Leaf 'b'. There are:\naws:test/leaf:Leaf a\n", exception.Message);
    }

    private static void Fail(Exception exception) => throw exception;
}
