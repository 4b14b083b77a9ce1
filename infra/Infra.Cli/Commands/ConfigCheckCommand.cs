using System.CommandLine;
using Infra.Cli.Options;

namespace Infra.Cli.Commands;

/// <summary><c>config check ENVIRONMENT</c>: everything that is wrong with the configuration; the program doesn't run.</summary>
internal sealed class ConfigCheckCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<bool> _json = new("--json") { Description = "Write the problems as JSON, and nothing else, to standard output" };

    public ConfigCheckCommand(Terminal terminal, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("check", "Check the configuration of an environment as preview does, without running the program.")
    {
        _terminal = terminal;
        var environment = new EnvironmentOptions(runsProgram: false);
        environment.AddTo(this);
        Add(_json);
        SetAction(result =>
        {
            var folder = project();
            return Report(plans(folder).Check(environment.Read(result, folder)), result.GetValue(_json));
        });
    }

    private int Report(EnvironmentCheck check, bool json)
    {
        if (json)
        {
            EnvironmentCheckJson.Write(check, _terminal.Out.Writer);
        }
        else if (check.Problems.IsEmpty)
        {
            _terminal.Out.Line($"{check.Place}: no problems");
        }
        else
        {
            _terminal.Failure(check.Problems.Render(check.Place));
        }
        return check.Problems.IsEmpty ? ExitCodes.Success : ExitCodes.Usage;
    }
}
