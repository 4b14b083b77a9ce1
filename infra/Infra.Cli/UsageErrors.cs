using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Core.Configuration;

namespace Infra.Cli;

/// <summary>Says what is wrong with a command line, in the words of this command line rather than of the parser.</summary>
internal static class UsageErrors
{
    public static void Write(ParseResult result, Terminal terminal)
    {
        var command = result.CommandResult.Command;
        var isRoot = result.CommandResult.Parent is null;
        var path = isRoot ? command.Name : $"{result.RootCommandResult.Command.Name} {command.Name}";
        terminal.Failure(Message(result, command, isRoot), $"'{path} --help' shows the usage.");
    }

    private static string Message(ParseResult result, Command command, bool isRoot)
    {
        if (result.UnmatchedTokens is [var unknown, ..])
        {
            return (isRoot, unknown.StartsWith('-')) switch
            {
                (_, true) => $"unknown option '{unknown}'{DidYouMean(unknown, Options(result))}",
                (true, false) => $"unknown command '{unknown}'{DidYouMean(unknown, command.Subcommands.Select(c => c.Name))}",
                _ => $"'{command.Name}' takes no argument '{unknown}'",
            };
        }
        var missing = command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && result.GetResult(a) is null or { Tokens.Count: 0 });
        return missing is not null ? $"'{command.Name}' needs <{missing.Name}>" : result.Errors[0].Message.TrimEnd('.');
    }

    private static IEnumerable<string> Options(ParseResult result)
    {
        for (SymbolResult? scope = result.CommandResult; scope is CommandResult { Command: var command }; scope = scope.Parent)
        {
            foreach (var option in command.Options)
            {
                yield return option.Name;
            }
        }
    }

    private static string DidYouMean(string unknown, IEnumerable<string> known) =>
        Suggestion.Nearest(unknown, known) is { } suggestion ? $"; did you mean '{suggestion}'?" : "";
}
