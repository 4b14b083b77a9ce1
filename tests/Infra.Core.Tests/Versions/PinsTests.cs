using System.Reflection;
using System.Text.RegularExpressions;
using Infra.Core.Versions;
using Infra.TestKit;

namespace Infra.Core.Tests.Versions;

public sealed partial class PinsTests
{
    // These charts are missing in the table; they were read in their repositories. Of KServe's definitions for language models the table says in words that there is a chart, of the controller's version.
    public static TheoryData<string> ListedCharts => [.. Names<ChartPin>().Except([nameof(Pins.Neuron), nameof(Pins.EnvoyGateway), nameof(Pins.AiGateway), nameof(Pins.AiGatewayCrds), nameof(Pins.ExternalDns), nameof(Pins.KServeLlmCrd), nameof(Pins.ExternalSecrets)])];

    public static TheoryData<string> Charts => [.. Names<ChartPin>()];

    public static TheoryData<string> Images => [.. Names<ImagePin>()];

    public static TheoryData<string> Kubernetes => [.. Names<KubernetesPin>()];

    [SkippableTheory]
    [MemberData(nameof(ListedCharts))]
    public void A_chart_is_published_in_that_repository_and_version(string pin)
    {
        var chart = (ChartPin)Value(pin);
        var row = SharedFacts.ReadText("helm-charts.md").Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 3 && cells[1] == chart.Name)
            .Take(1);

        // The table says of some that their version is that of the repository's tag.
        Assert.Equal([($"`{chart.Repository}`", chart.Version)], row.Select(cells => (cells[2], cells[3].Split(" (")[0])));
    }

    [Fact]
    public void The_charts_of_one_controller_have_one_version() => Assert.Equal(
        [Pins.KServe.Version, Pins.KServe.Version, Pins.KServe.Version], new[] { Pins.KServeCrd, Pins.KServeLlm, Pins.KServeLlmCrd }.Select(pin => pin.Version));

    [Theory]
    [MemberData(nameof(Images))]
    public void An_image_names_its_registry_and_one_release(string pin)
    {
        var image = (ImagePin)Value(pin);

        Assert.Matches(RegistryAndRepository(), image.Repository);
        Assert.Matches(Release(), image.Tag);
        Assert.Equal($"{image.Repository}:{image.Tag}", image.Tagged);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    [MemberData(nameof(Images))]
    [MemberData(nameof(Kubernetes))]
    public void A_pin_says_where_and_when_it_was_read(string pin)
    {
        var value = Value(pin);

        Assert.Matches(Day(), value.AsOf);
        Assert.True(value.Source.Length > 10, $"'{value.Source}' says too little");
    }

    [Fact]
    public void Nothing_but_pins_stands_in_the_file() =>
        Assert.Equal(Names<Pin>().Count(), typeof(Pins).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Length);

    private static IEnumerable<string> Names<TPin>()
        where TPin : Pin =>
        typeof(Pins).GetFields().Where(field => typeof(TPin).IsAssignableFrom(field.FieldType)).Select(field => field.Name);

    private static Pin Value(string name) => (Pin)typeof(Pins).GetField(name)!.GetValue(null)!;

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)+(/[a-z0-9._-]+)+$")]
    private static partial Regex RegistryAndRepository();

    [GeneratedRegex(@"^v?\d+\.\d+(\.\d+){0,2}(-[a-z0-9.-]+)?$")]
    private static partial Regex Release();

    [GeneratedRegex(@"^\d{4}-\d{2}(-\d{2})?$")]
    private static partial Regex Day();
}
