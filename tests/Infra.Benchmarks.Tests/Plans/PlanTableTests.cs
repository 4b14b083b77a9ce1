using Infra.Benchmarks.Measuring;
using Infra.Benchmarks.Plans;

namespace Infra.Benchmarks.Tests.Plans;

/// <summary>The table that goes into docs/benchmarks.md.</summary>
public sealed class PlanTableTests
{
    private const string Head = """
        | models | engine | first run | minimum | median | maximum | CPU | CPU per model | growth |
        |---|---|---|---|---|---|---|---|---|

        """;

    [Fact]
    public void A_row_has_the_first_run_apart_the_spread_of_the_others_and_the_least_CPU_time_of_them()
    {
        var table = new PlanTable();

        table.Add(1_000, "diff", new EngineRuns(new RunTime(3, 0.001), [new RunTime(0.5, 0.25), new RunTime(0.125, 0.1), new RunTime(0.25, 0.2)]));

        Assert.Equal(Head + "| 1,000 | diff | 3,000.0 ms | 125.0 ms | 250.0 ms | 500.0 ms | 100.0 ms | 100 µs |  |\n\n", table.ToMarkdown());
    }

    [Fact]
    public void Growth_is_that_of_the_same_engine_and_the_last_step_is_judged()
    {
        var table = new PlanTable();

        table.Add(10, "diff", Runs(0.01));
        table.Add(10, "cost", Runs(0.02));
        table.Add(100, "diff", Runs(0.05));
        table.Add(100, "cost", Runs(0.04));
        table.Add(1_000, "diff", Runs(5));
        table.Add(1_000, "cost", Runs(0.3));

        Assert.Equal(
            Head + """
                | 10 | diff | 0.0 ms | 10.0 ms | 10.0 ms | 10.0 ms | 10.0 ms | 1000 µs |  |
                | 10 | cost | 0.0 ms | 20.0 ms | 20.0 ms | 20.0 ms | 20.0 ms | 2000 µs |  |
                | 100 | diff | 0.0 ms | 50.0 ms | 50.0 ms | 50.0 ms | 50.0 ms | 500 µs | 5.0 |
                | 100 | cost | 0.0 ms | 40.0 ms | 40.0 ms | 40.0 ms | 40.0 ms | 400 µs | 2.0 |
                | 1,000 | diff | 0.0 ms | 5,000.0 ms | 5,000.0 ms | 5,000.0 ms | 5,000.0 ms | 5000 µs | 100.0 |
                | 1,000 | cost | 0.0 ms | 300.0 ms | 300.0 ms | 300.0 ms | 300.0 ms | 300 µs | 7.5 |

                * diff: worse than n·log n; a model takes 10.00 times as long among 1,000 as among 100
                * cost: linear; a model takes 0.75 times as long among 1,000 as among 100

                """,
            table.ToMarkdown());
    }

    private static EngineRuns Runs(double seconds) => new(new RunTime(0, 0), [new RunTime(seconds, seconds)]);
}
