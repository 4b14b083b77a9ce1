using System.CommandLine;

namespace Infra.Cli.Commands;

/// <summary><c>config check ENVIRONMENT</c>: everything that is wrong with the configuration; the program doesn't run.</summary>
internal sealed class ConfigCheckCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Func<ProjectFolder> _project;
    private readonly Func<ProjectFolder, IPlanSource> _plans;
    private readonly Argument<string> _environment = new("environment") { Description = "The <environment> of Pulumi.<environment>.yaml" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the problems as JSON, and nothing else, to standard output" };

    public ConfigCheckCommand(Terminal terminal, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("check", "Check the configuration of an environment as preview does, without running the program.")
    {
        _terminal = terminal;
        _project = project;
        _plans = plans;
        Add(_environment);
        Add(_json);
        SetAction(result => Run(result.GetRequiredValue(_environment), result.GetValue(_json)));
    }

    private int Run(string environment, bool json)
    {
        var project = _project();
        project.RequireEnvironment(environment);
        var check = _plans(project).Check(environment);
        if (json)
        {
            EnvironmentCheckJson.Write(check, _terminal.Out.Writer);
        }
        else if (check.Problems.IsEmpty)
        {
            _terminal.Out.Line($"{check.File}: no problems");
        }
        else
        {
            _terminal.Failure(check.Problems.Render(check.File));
        }
        return check.Problems.IsEmpty ? ExitCodes.Success : ExitCodes.Usage;
    }
}
