using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Tests.Rendering;

public class PlanTreeTests
{
    [Fact]
    public void Grandchildren_are_drawn_beneath_their_parent_although_registered_later()
    {
        var stack = Resource("pulumi:pulumi:Stack", "p-dev", null);
        var outer = Resource("p:index:Outer", "a", stack);
        var second = Resource("p:index:Outer", "a-component-with-a-long-name", stack);
        var inner = Resource("p:index:Outer$p:index:Inner", "a-inner", outer);
        var leaf = Resource("p:index:Outer$p:index:Inner$kubernetes:apps/v1:Deployment", "a-inner-leaf", inner);
        var late = Resource("p:index:Outer$kubernetes:core/v1:Service", "a-late", outer);
        const string expected =
            """
                 Type                                    Name                          Plan
             +   pulumi:pulumi:Stack                     p-dev                         create
             +   ├─ p:index:Outer                        a                             create
             +   │  ├─ p:index:Inner                     a-inner                       create
             +   │  │  └─ kubernetes:apps/v1:Deployment  a-inner-leaf                  create
             +   │  └─ kubernetes:core/v1:Service        a-late                        create
             +   └─ p:index:Outer                        a-component-with-a-long-name  create

            """;

        Assert.Equal(expected, Render(stack, outer, second, inner, leaf, late));
    }

    [Fact]
    public void A_resource_that_is_only_read_is_marked_so()
    {
        var stack = Resource("pulumi:pulumi:Stack", "p-dev", null);
        var read = Resource("pulumi:pulumi:StackReference", "org/net/dev", stack) with { ReadId = "org/net/dev" };
        const string expected =
            """
                 Type                             Name         Plan
             +   pulumi:pulumi:Stack              p-dev        create
             >   └─ pulumi:pulumi:StackReference  org/net/dev  read

            """;

        Assert.Equal(expected, Render(stack, read));
    }

    [Fact]
    public void A_resource_that_is_adopted_is_imported()
    {
        var stack = Resource("pulumi:pulumi:Stack", "p-dev", null);
        var adopted = Resource("aws:s3/bucket:Bucket", "models", stack) with { Options = PlannedOptions.None with { Import = "old-models" } };
        const string expected =
            """
                 Type                 Name    Plan
             +   pulumi:pulumi:Stack  p-dev   create
             =   └─ aws:s3:Bucket     models  import

            """;

        Assert.Equal(expected, Render(stack, adopted));
    }

    [Fact]
    public void A_resource_whose_parent_is_not_in_the_plan_is_not_lost()
    {
        var stack = Resource("pulumi:pulumi:Stack", "p-dev", null);
        var absent = Resource("p:index:Outer", "absent", stack);
        var orphan = Resource("p:index:Outer$kubernetes:core/v1:Service", "orphan", absent);
        const string expected =
            """
                 Type                        Name    Plan
             +   pulumi:pulumi:Stack         p-dev   create
             +   kubernetes:core/v1:Service  orphan  create

            """;

        Assert.Equal(expected, Render(stack, orphan));
    }

    [Fact]
    public void Every_piece_says_what_it_means()
    {
        var lines = PlanTree.Render(SamplePlan.Create()).ToList();

        Assert.Equal([TextRole.Heading], lines[0].Segments.Select(s => s.Role));
        Assert.Equal(
            [
                new TextSegment(" + ", TextRole.Create),
                new TextSegment("  "),
                new TextSegment("   ├─ ", TextRole.Guide),
                new TextSegment("aws:s3:Bucket                 models-bucket      "),
                new TextSegment("create", TextRole.Create),
            ],
            lines[4].Segments);
    }

    private static PlannedResource Resource(string qualifiedType, string name, PlannedResource? parent) =>
        new() { Urn = Urn.Parse($"urn:pulumi:dev::p::{qualifiedType}::{name}"), Parent = parent?.Urn };

    private static string Render(params PlannedResource[] resources) =>
        PlainText.Of(PlanTree.Render(new Plan { Project = "p", Stack = "dev", Resources = [.. resources] }));
}
