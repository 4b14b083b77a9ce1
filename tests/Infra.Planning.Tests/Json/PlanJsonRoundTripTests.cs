using FsCheck;
using FsCheck.Fluent;
using Infra.Planning.Json;

namespace Infra.Planning.Tests.Json;

public class PlanJsonRoundTripTests
{
    [Fact]
    public void Any_plan_survives_being_written_and_read_and_is_written_the_same_again() =>
        Prop.ForAll(PlanGenerators.Plans, plan =>
        {
            var text = PlanJson.ToText(plan);
            var read = PlanJson.Read(new StringReader(text));

            Assert.Equal(plan, read);
            Assert.Equal(text, PlanJson.ToText(read));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_122, 1));
}
