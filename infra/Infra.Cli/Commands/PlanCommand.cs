using System.CommandLine;
using Infra.Cli.Options;
using Infra.Planning.Model;

namespace Infra.Cli.Commands;

/// <summary>A command that says something of one plan, in text or as JSON.</summary>
internal abstract class PlanCommand : Command
{
    private readonly Option<bool> _json;

    protected PlanCommand(string name, string description, string json, Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base(name, description)
    {
        Terminal = terminal;
        _json = new Option<bool>("--json") { Description = json };
        var options = new PlanOptions(terminal, debug, project, plans);
        options.AddTo(this);
        Add(_json);
        SetAction(async result =>
        {
            var (plan, exitCode) = await options.ReadAsync(result);
            return plan is null ? exitCode : Say(plan, result.GetValue(_json));
        });
    }

    protected Terminal Terminal { get; }

    /// <summary>Says it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="json">Whether as JSON, and nothing else, on standard output.</param>
    /// <returns>The exit code.</returns>
    protected abstract int Say(Plan plan, bool json);
}
