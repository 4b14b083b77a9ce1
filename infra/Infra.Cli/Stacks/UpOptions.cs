using System.CommandLine;

namespace Infra.Cli.Stacks;

/// <summary>What an update can be told.</summary>
internal sealed class UpOptions
{
    private readonly YesOption _yes = new("Don't ask after the preview");
    private readonly Option<bool> _json = new("--json") { Description = "Write events as lines of JSON to standard output, the result last" };

    private readonly Option<string[]> _allowReplace = new("--allow-replace")
    {
        Description = "Let this resource, which holds data, be replaced or deleted: its URN or name; may be repeated",
        HelpName = "urn",
    };

    private readonly Option<bool> _refresh = new("--refresh") { Description = "Ask the cloud first how things are" };
    private readonly Option<string?> _message = new("--message") { Description = "What the stack's history says of it", HelpName = "text" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _yes, _json, _allowReplace, _refresh, _message })
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">Nobody could answer the question.</exception>
    public void Require(ParseResult result, Terminal terminal) => Question.Require(terminal, result.GetValue(_yes), result.CommandResult.Command.Name, _yes.Name);

    public UpOrder Read(ParseResult result) => new()
    {
        Asks = !result.GetValue(_yes),
        Json = result.GetValue(_json),
        AllowedLosses = [.. result.GetValue(_allowReplace) ?? []],
        Refresh = result.GetValue(_refresh),
        Message = result.GetValue(_message),
    };
}
