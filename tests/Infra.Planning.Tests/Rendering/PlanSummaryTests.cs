using System.Globalization;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Tests.Rendering;

public class PlanSummaryTests
{
    [Fact]
    public void Resources_are_counted_by_kind_package_and_type()
    {
        var provider = Urn.Parse("urn:pulumi:dev::p::pulumi:providers:x::x");
        var plan = new Plan
        {
            Project = "p",
            Stack = "dev",
            Resources =
            [
                Resource("pulumi:pulumi:Stack", 0, null),
                Resource("random:index/randomId:RandomId", 1, provider),
                Resource("kubernetes:core/v1:Service", 2, provider),
                Resource("kubernetes:apps/v1:Deployment", 3, provider),
                Resource("kubernetes:core/v1:Service", 4, provider),
                Resource("pulumi:providers:aws", 5, null),
                Resource("pulumi:providers:aws", 6, null),
                Resource("datadog:index/monitor:Monitor", 7, provider),
                Resource("p:index:Pool", 8, null),
            ],
        };

        var summary = PlanSummary.Of(plan);

        Assert.Equal(9, summary.Total);
        Assert.Equal(
            [
                new SummaryGroup("Stack", null, [new("pulumi:pulumi:Stack", 1)]),
                new SummaryGroup("Components", null, [new("p:index:Pool", 1)]),
                new SummaryGroup("Kubernetes", "kubernetes", [new("kubernetes:apps/v1:Deployment", 1), new("kubernetes:core/v1:Service", 2)]),
                new SummaryGroup("Random", "random", [new("random:index/randomId:RandomId", 1)]),
                new SummaryGroup("datadog", "datadog", [new("datadog:index/monitor:Monitor", 1)]),
                new SummaryGroup("Providers", null, [new("pulumi:providers:aws", 2)]),
            ],
            summary.Groups);
    }

    [Fact]
    public void Counts_of_different_length_are_aligned()
    {
        var provider = Urn.Parse("urn:pulumi:dev::p::pulumi:providers:x::x");
        var plan = new Plan
        {
            Project = "p",
            Stack = "dev",
            Resources = [.. Enumerable.Range(0, 10).Select(i => Resource("aws:sqs/queue:Queue", i, provider)), Resource("p:index:Pool", 10, null)],
        };
        const string expected =
            """
            Resources:
                + 11 to create

                Components          1
                    p:index:Pool    1

                AWS                10
                    aws:sqs:Queue  10

            """;

        Assert.Equal(expected, PlainText.Of(PlanSummary.Of(plan).Render()));
    }

    [Fact]
    public void What_is_adopted_is_counted_apart()
    {
        var adopted = Resource("aws:kms/key:Key", 1, null) with { Options = PlannedOptions.None with { Import = "1234" } };
        var plan = new Plan { Project = "p", Stack = "dev", Resources = [Resource("pulumi:pulumi:Stack", 0, null), adopted] };

        Assert.StartsWith(
            """
            Resources:
                + 1 to create
                = 1 to import

            """,
            PlainText.Of(PlanSummary.Of(plan).Render()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_read_is_counted_apart()
    {
        var plan = new Plan
        {
            Project = "p",
            Stack = "dev",
            Resources = [Resource("pulumi:pulumi:Stack", 0, null), Resource("pulumi:pulumi:StackReference", 1, null) with { ReadId = "org/net/dev" }],
        };
        const string expected =
            """
            Resources:
                + 1 to create
                > 1 to read

                Stack                             1
                    pulumi:pulumi:Stack           1

                pulumi                            1
                    pulumi:pulumi:StackReference  1

            """;

        Assert.Equal(expected, PlainText.Of(PlanSummary.Of(plan).Render()));
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
            var outputs = SamplePlan.Map(("n", SamplePlan.Number(-1.5)));
            var plan = new Plan { Project = "p", Stack = "dev", Resources = [new PlannedResource { Urn = SamplePlan.Stack, Outputs = outputs }] };

            Assert.Equal("Outputs:\n    n: -1.5\n", PlainText.Of(PlanOutputs.Render(plan)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static PlannedResource Resource(string type, int index, Urn? provider) =>
        new() { Urn = Urn.Parse($"urn:pulumi:dev::p::{type}::r{index}"), Provider = provider };
}
