using Infra.Planning.Rendering;

namespace Infra.Planning.Tests.Rendering;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_are_as_wide_as_their_widest_cell_and_numbers_stand_right() => Assert.Equal(
        """
        NAME      N  NOTE
        a         1
        longer  123  x
        """,
        string.Join('\n', Render(["NAME", "N>", "NOTE"], ["a", "1", ""], ["longer", "123", "x"])));

    [Fact]
    public void The_head_is_a_heading_and_wider_than_its_cells_where_it_must_be()
    {
        var lines = Render(["LONG>", "B"], ["1", "2"]).ToList();

        Assert.Equal([new TextSegment("LONG  B", TextRole.Heading)], lines[0].Segments);
        Assert.Equal("   1  2", lines[1].ToString());
    }

    [Fact]
    public void Without_rows_there_is_the_head() => Assert.Equal(["A  B"], Render(["A", "B>"]).Select(line => line.ToString()));

    private static IEnumerable<TextLine> Render(string[] columns, params string[][] rows) => TextTable.Render(columns, rows);
}
