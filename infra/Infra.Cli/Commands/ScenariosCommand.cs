using System.CommandLine;
using Infra.Capacity.Scenarios;

namespace Infra.Cli.Commands;

/// <summary><c>scenarios</c>: what the seed documents promise in percentages, beside what a simulation of their services gives.</summary>
internal sealed class ScenariosCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<bool> _json = new("--json") { Description = "Write the numbers as JSON, and nothing else" };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write the page docs/capacity-seeds.md" };

    public ScenariosCommand(Terminal terminal)
        : base("scenarios", "Simulate the services of the seed documents, before and after, and hold what comes out against what they promise.")
    {
        _terminal = terminal;
        Add(_markdown);
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        var (json, markdown) = (result.GetValue(_json), result.GetValue(_markdown));
        if (json && markdown)
        {
            throw new UsageException($"{_markdown.Name} and {_json.Name} are two forms of the same; leave one out");
        }
        var claims = SeedClaims.Test();
        if (json)
        {
            SeedJson.Write(claims, _terminal.Out.Writer);
        }
        else if (markdown)
        {
            _terminal.Out.Writer.Write(SeedPage.Render(claims));
        }
        else
        {
            _terminal.Out.Lines(SeedText.Render(claims));
        }
        return ExitCodes.Success;
    }
}
