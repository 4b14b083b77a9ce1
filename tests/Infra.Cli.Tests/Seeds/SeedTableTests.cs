using Infra.TestKit;

namespace Infra.Cli.Tests.Seeds;

public sealed class SeedTableTests
{
    [Fact]
    public void The_page_is_up_to_date() => Golden.MatchDocument(SeedTable.Text, SeedTable.File);

    [Theory]
    [InlineData("S0.1", "S0.2", "S0.3", "S0.4", "S0.5", "S0.6", "S0.7", "S0.8", "S0.9", "S0.10", "S0.11", "S0.12", "S0.15")]
    [InlineData("S1.1", "S1.2", "S1.3", "S1.4", "S1.5", "S1.6", "S1.7", "S1.8", "S1.9", "S1.10", "S1.12", "S1.15")]
    [InlineData("S2.3", "S2.4", "S2.5", "S2.6", "S2.7", "S2.8", "S2.12", "S2.13", "S2.14")]
    [InlineData("S3.2")]
    [InlineData("S4.2", "S4.3", "S4.4", "S4.5", "S4.6", "S4.7")]
    public void Every_row_has_a_test(params string[] rows) =>
        Assert.Empty(rows.Except(SeedTable.Entries.Select(entry => entry.Row)));
}
