using Infra.Planning.Model;
using Infra.Planning.Rendering;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Rendering;

public class PlanOutputsTests
{
    [Fact]
    public void Structures_are_opened_up_and_nothing_of_a_secret_is_shown()
    {
        var outputs = Map(
            ("cluster", Object(("name", Text("a \"quoted\"\nname")), ("zones", List(Text("a"), PlanValue.Unknown.Instance)))),
            ("empty", Object()),
            ("flags", List(new PlanValue.Bool(true), new PlanValue.Bool(false), PlanValue.Null.Instance)),
            ("none", List()),
            ("ratio", Number(0.5)),
            ("size", Number(3)),
            ("token", PlanValue.Secret.Instance));
        const string expected =
            """
            Outputs:
                cluster: {
                    name : "a \"quoted\"\nname"
                    zones: [
                        [0]: "a"
                        [1]: output<string>
                    ]
                }
                empty  : {}
                flags  : [
                    [0]: true
                    [1]: false
                    [2]: <null>
                ]
                none   : []
                ratio  : 0.5
                size   : 3
                token  : [secret]

            """;

        var plan = new Plan { Project = "p", Stack = "dev", Resources = [new PlannedResource { Urn = Stack, Outputs = outputs }] };

        Assert.Equal(expected, PlainText.Of(PlanOutputs.Render(plan)));
    }
}
