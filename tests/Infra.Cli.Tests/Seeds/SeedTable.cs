using System.Reflection;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Which test shows which row: docs/seeds.md.</summary>
internal static class SeedTable
{
    public const string File = "docs/seeds.md";

    private const string Head =
        """
        # Seeds

        What the documents that this project began with describe, row by row of their digest, and the test that shows it: each asserts on
        objects that `./run render` makes of an environment in `tests/Infra.Cli.Tests/Seeds`, which says the same in this project's words.
        Those marked (fix) are what the author meant, in today's form. Any of the environments can be looked at:
        `./run preview seed --config-file tests/Infra.Cli.Tests/Seeds/000-ray.yaml`.

        A pod here has one number for memory, its request and its limit: the seeds' limit. CPU has the seeds' request and no limit.

        Not there yet: sleep off-peak (S2.13).

        This page is generated from the attributes of the tests; edit those.

        | row | what the document shows | test |
        |---|---|---|

        """;

    public static IReadOnlyList<(string Row, string Shown, string Test)> Entries { get; } =
    [
        .. typeof(SeedTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<SeedAttribute>().Select(seed => (seed.Row, seed.Shown, Test: $"{method.DeclaringType!.Name}.{method.Name}")))
            .OrderBy(entry => Order(entry.Row))
            .ThenBy(entry => entry.Shown, StringComparer.Ordinal)
            .ThenBy(entry => entry.Test, StringComparer.Ordinal),
    ];

    public static string Text => Head + string.Concat(Entries.Select(entry => $"| {entry.Row} | {entry.Shown} | `{entry.Test}` |\n"));

    // S1.10 comes after S1.9.
    private static (int Document, int Row) Order(string row)
    {
        var parts = row[1..].Split('.');
        return (int.Parse(parts[0]), int.Parse(parts[1]));
    }
}
