using System.Globalization;
using Infra.Benchmarks.Contenders;
using Infra.Benchmarks.Measuring;
using Infra.Benchmarks.Objects;

namespace Infra.Benchmarks.Tests;

/// <summary>The table that goes into docs/benchmarks.md.</summary>
public sealed class ObjectsTableTests
{
    private const string Head = """
        | models | command | objects | minimum | median | maximum | highest peak memory | median per object |
        |---|---|---|---|---|---|---|---|

        """;

    private readonly Contender _first = new("first", ObjectsPerModel: 5, (_, _) => []);
    private readonly Contender _second = new("second", ObjectsPerModel: 2, (_, _) => []);

    [Fact]
    public void A_row_has_the_spread_of_the_times_the_greatest_peak_and_the_median_per_object()
    {
        var table = new ObjectsTable([_first]);

        table.Add(1000, new Dictionary<Contender, List<Sample>> { [_first] = [new Sample(0.75, 51_200), new Sample(0.5, 102_400), new Sample(1.25, 1_024)] });

        Assert.Equal(Head + "| 1,000 | `first` | 5,000 | 0.50 s | 0.75 s | 1.25 s | 105 MB | 150 µs |\n", table.ToMarkdown());
    }

    [Fact]
    public void Rows_are_in_the_order_of_the_contenders_for_each_number_of_models()
    {
        var table = new ObjectsTable([_second, _first]);

        foreach (var models in (int[])[1, 2])
        {
            table.Add(models, new Dictionary<Contender, List<Sample>> { [_first] = [new Sample(1, 1024)], [_second] = [new Sample(2, 2048)] });
        }

        Assert.Equal(
            Head + """
                | 1 | `second` | 2 | 2.00 s | 2.00 s | 2.00 s | 2 MB | 1000000 µs |
                | 1 | `first` | 5 | 1.00 s | 1.00 s | 1.00 s | 1 MB | 200000 µs |
                | 2 | `second` | 4 | 2.00 s | 2.00 s | 2.00 s | 2 MB | 500000 µs |
                | 2 | `first` | 10 | 1.00 s | 1.00 s | 1.00 s | 1 MB | 100000 µs |

                """,
            table.ToMarkdown());
    }

    [Fact]
    public void Figures_are_written_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
        try
        {
            A_row_has_the_spread_of_the_times_the_greatest_peak_and_the_median_per_object();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
