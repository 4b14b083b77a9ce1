using Infra.Cli.Tests.EndToEnd;
using Infra.TestKit;

namespace Infra.Cli.Tests.Documents;

public sealed class PlanPageTests
{
    [Fact]
    public async Task The_file_is_up_to_date() => Golden.MatchDocument(PlanPage.Text(await ShippedPlans.OfAsync("local")), PlanPage.File);
}
