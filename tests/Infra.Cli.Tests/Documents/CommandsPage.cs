using System.CommandLine;
using System.Globalization;
using System.Text;
using Infra.Cli.Tests.EndToEnd;

namespace Infra.Cli.Tests.Documents;

/// <summary>The page about commands: what <c>--help</c> says of each, in one place.</summary>
internal static class CommandsPage
{
    public const string File = "docs/commands.md";

    private const string Intro = """
        # Commands

        <!-- Generated: UPDATE_GOLDEN=1 ./run test --filter Documents -->

        All of them are `./run COMMAND`; `--help` after any of them says the same. Reports go to standard output, everything else to standard error; with `--json`
        standard output holds that document only. `--debug`, which every command takes, shows the stack trace of an error.

        """;

    // What the script does by itself (`run`): these have no help of their own.
    private const string OfTheScript = """
        ## Of the script itself

        | command | what |
        |---|---|
        | `./run test` | builds everything, runs all tests and ends with `N passed, N failed, N skipped`; further arguments go to `dotnet test`, such as `--filter NAME` |
        | `./run format` | formats the code; `--check` only looks, and exits with 1 where something would change |
        | `./run bench` | builds and runs a benchmark; [benchmarks](benchmarks.md) has them all |

        """;

    /// <summary>Every command that does something, by the words that call it.</summary>
    public static IEnumerable<(string Words, Command Command)> Commands(Command command, string words = "") => command.Subcommands
        .OrderBy(child => child.Name, StringComparer.Ordinal)
        .SelectMany(child => child.Subcommands.Count > 0 ? Commands(child, $"{words}{child.Name} ") : [($"{words}{child.Name}", child)]);

    /// <summary>The command line as the program composes it; nothing of it runs.</summary>
    public static Command Root() => new CommandLine(Terminal.OfProcess(), () => throw new InvalidOperationException("nothing runs here"), PlanSource.Of, Checkout.NoNetwork).Root;

    public static string Text()
    {
        var page = new StringBuilder(Intro.ReplaceLineEndings("\n")).Append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n");
        foreach (var (code, meaning) in ExitCodes.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {code} | {meaning} |\n");
        }
        page.Append('\n').Append(OfTheScript.ReplaceLineEndings("\n"));
        foreach (var (words, command) in Commands(Root()))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {words}\n\n`./run {words}{Usage(command)}`\n\n{Cell(command.Description)}\n");
            var rows = Rows(command).ToList();
            if (rows.Count > 0)
            {
                page.Append("\n| | what |\n|---|---|\n").AppendJoin("", rows);
            }
        }
        return page.ToString();
    }

    private static string Usage(Command command) => string.Concat([
        .. command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" {argument.Name}"),
        .. command.Options.Where(option => option.Required).Select(option => $" {Flag(option)}"),
    ]);

    private static IEnumerable<string> Rows(Command command) =>
    [
        .. command.Arguments.Select(argument => $"| `{argument.Name}` | {Cell(argument.Description)} |\n"),
        .. command.Options.Where(option => !option.Hidden).Select(option => $"| `{Flag(option)}`{string.Concat(option.Aliases.Select(alias => $", `{alias}`"))} | {Cell(option.Description)} |\n"),
    ];

    private static string Flag(Option option) => option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? option.Name : $"{option.Name} <{option.HelpName ?? option.Name.TrimStart('-')}>";

    private static string Cell(string? text) => (text ?? "").ReplaceLineEndings(" ").Replace("|", @"\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
