using System.CommandLine;
using Infra.Capture;
using Infra.Planning.Model;

namespace Infra.Cli.Options;

/// <summary>What every command takes that works on a plan: the environment to plan, or a plan that was written before.</summary>
internal sealed class PlanOptions(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
{
    private readonly EnvironmentOptions _environment = new(isRequired: false);
    private readonly PlanService _service = new(terminal, plans);

    private readonly Option<string?> _from = new("--from")
    {
        Description = "Take the plan from this file, or from standard input (-), instead of planning an environment: what 'preview --json', 'pulumi preview --json --show-sames' or 'pulumi stack export' wrote",
        HelpName = "file",
    };

    public void AddTo(Command command)
    {
        _environment.AddTo(command);
        command.Add(_from);
    }

    /// <summary>The first of these that the command line has, as the user knows it; null for none.</summary>
    public string? FirstGiven(ParseResult result) => result.GetValue(_from) is null ? _environment.FirstGiven(result) : _from.Name;

    /// <summary>Whether a plan is read that was made before: no file of an environment belongs to it.</summary>
    public bool IsRead(ParseResult result) => result.GetValue(_from) is not null;

    /// <returns>The plan, or the exit code where there is none.</returns>
    /// <exception cref="UsageException">Neither an environment nor a plan was given, both were, or the plan can't be read.</exception>
    public async Task<(Plan? Plan, int ExitCode)> ReadAsync(ParseResult result)
    {
        var (captured, _, exitCode) = await ReadCapturedAsync(result);
        return (captured?.Plan, exitCode);
    }

    /// <summary>The same, with what it was read from and how it was made: who compares plans has to know what they can know, and to make another one likewise.</summary>
    public async Task<(CapturedPlan? Captured, PlanRequest Request, int ExitCode)> ReadCapturedAsync(ParseResult result)
    {
        if (result.GetValue(_from) is { } from)
        {
            if (_environment.FirstGiven(result) is { } given)
            {
                throw new UsageException($"{_from.Name} reads a plan that is made already; leave out {given}, or {_from.Name}");
            }
            var captured = Read(from);
            return (captured, new PlanRequest { Environment = captured.Plan.Stack }, ExitCodes.Success);
        }
        if (!_environment.HasEnvironment(result))
        {
            var name = result.CommandResult.Command.Name;
            throw new UsageException($"'{name}' needs <environment>, or {_from.Name} FILE", $"'./run {name} --help' shows the usage.");
        }
        var folder = project();
        var request = _environment.Read(result, folder);
        var (plan, exitCode) = await _service.PlanAsync(folder, request, result.GetValue(debug));
        return (plan is null ? null : new CapturedPlan { Form = CaptureForm.Plan, Plan = plan }, request, exitCode);
    }

    private CapturedPlan Read(string from)
    {
        var captured = PlanFile.Read(_from.Name, from, terminal);
        return captured is { Form: CaptureForm.State, Plan.Resources: [] }
            ? throw new UsageException($"{_from.Name}: nothing is deployed, says the state; there is no plan in it")
            : captured;
    }
}
