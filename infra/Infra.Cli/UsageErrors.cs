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
        var path = string.Join(' ', Scopes(result).Reverse().Select(scope => scope.Command.Name));
        terminal.Failure(Message(result, command), $"'{path} --help' shows the usage.");
    }

    private static string Message(ParseResult result, Command command)
    {
        var takesCommand = command.Subcommands.Count > 0;
        // The root's name is the script's; what follows it is the command's.
        var names = string.Join(' ', Scopes(result).Reverse().Skip(1).Select(scope => scope.Command.Name));
        if (result.UnmatchedTokens is [var unknown, ..])
        {
            return (takesCommand, unknown.StartsWith('-')) switch
            {
                (_, true) => $"unknown option '{NameOf(unknown)}'{DidYouMean(NameOf(unknown), Options(result))}",
                (true, false) => $"unknown command '{$"{names} {unknown}".TrimStart()}'{DidYouMean(unknown, command.Subcommands.Select(c => c.Name))}",
                _ => $"'{names}' takes no argument {Shown.Quoted(WithoutValue(unknown))}",
            };
        }
        if (takesCommand)
        {
            return $"'{names}' needs a command; there are: {string.Join(", ", command.Subcommands.Select(c => c.Name))}";
        }
        if (result.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().FirstOrDefault(option => option.Tokens.Count == 0) is { Option: var empty })
        {
            return $"'{empty.Name}' needs a value: {empty.Name} <{empty.HelpName}>";
        }
        if (result.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().FirstOrDefault(option => option.Tokens.Count > 1) is { Option: var repeated })
        {
            return $"'{repeated.Name}' is given more than once; give it once";
        }
        var missing = command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && result.GetResult(a) is null or { Tokens.Count: 0 });
        return missing is not null ? $"'{names}' needs <{missing.Name}>" : result.Errors[0].Message.TrimEnd('.');
    }

    private static IEnumerable<string> Options(ParseResult result) =>
        Scopes(result).SelectMany(scope => scope.Command.Options).Select(option => option.Name);

    private static string NameOf(string option) => option.Split('=', ':')[0];

    // What stands behind a '=' may be the value of a secret whose option was mistyped.
    private static string WithoutValue(string token) => token.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? token[..(at + 1)] + "…" : token;

    // From the innermost command to the root.
    private static IEnumerable<CommandResult> Scopes(ParseResult result)
    {
        for (SymbolResult? scope = result.CommandResult; scope is CommandResult found; scope = scope.Parent)
        {
            yield return found;
        }
    }

    private static string DidYouMean(string unknown, IEnumerable<string> known) =>
        Suggestion.Nearest(unknown, known) is { } suggestion ? $"; did you mean '{suggestion}'?" : "";
}
