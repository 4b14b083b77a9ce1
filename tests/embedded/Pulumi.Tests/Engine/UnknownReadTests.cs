using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>An engine tells when a previewed program meets what a rendered run would answer differently; where it doesn't, both register the same.</summary>
public sealed class UnknownReadTests
{
    [Fact]
    public Task What_the_inputs_say_is_no_news() => SameAsync(() =>
    {
        var server = new Server("s", new ServerArgs { Zones = { "a", "b" } });
        _ = new Server("t", new ServerArgs { Zones = server.Zones.Apply(zones => zones.Add("c")) }, new CustomResourceOptions { DependsOn = { server } });
    });

    [Fact]
    public Task A_provider_is_named_without_being_asked_anything() => SameAsync(() =>
        _ = new Box("b", null, new CustomResourceOptions { Provider = new ProviderResource("test", "p", new ServerArgs(), (CustomResourceOptions?)null, registerPackageRequest: null) }));

    [Fact]
    public Task An_output_of_the_provider_s() => ToldAsync(() => new Server("s").Address.Apply(address => new Box(address)));

    [Fact]
    public Task An_id() => ToldAsync(() => _ = new Server("t", new ServerArgs { Zones = { new Box("b").Id } }));

    [Fact]
    public Task A_function() => ToldAsync(() => Deployment.Instance.Invoke<string>("test:index:ask", InvokeArgs.Empty, new InvokeOutputOptions()).Apply(answer => new Box(answer)));

    [Fact]
    public Task Whether_it_is_a_preview() => ToldAsync(() => new Box(Deployment.Instance.IsDryRun ? "a" : "b"));

    [Fact]
    public async Task A_rendered_run_knows_everything()
    {
        var told = false;
        await Run.SucceedAsync(() => new Server("s").Address.Apply(address => new Box(address)), Run.Options with { Mode = EngineMode.Rendered, Unknown = () => told = true });

        Assert.False(told);
    }

    private static async Task SameAsync(Action program)
    {
        var told = false;
        var preview = await Run.SucceedAsync(program, Run.Options with { Unknown = () => told = true });
        var rendered = await Run.SucceedAsync(program, Run.Options with { Mode = EngineMode.Rendered });

        Assert.False(told);
        Assert.Equal(Inputs(rendered), Inputs(preview));
    }

    private static async Task ToldAsync(Action program)
    {
        var told = false;
        await Run.SucceedAsync(program, Run.Options with { Unknown = () => told = true });

        Assert.True(told);
    }

    private static IEnumerable<string> Inputs(EngineResult result) => result.Resources.Select(resource =>
        $"{resource.Urn} {string.Join(", ", resource.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal).Select(input => $"{input.Key}={Text(input.Value)}"))}");

    private static string Text(object? value) => value is System.Collections.IEnumerable and not string ? $"[{string.Join(' ', ((System.Collections.IEnumerable)value).Cast<object?>())}]" : $"{value}";
}
