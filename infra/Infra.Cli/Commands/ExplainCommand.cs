using System.CommandLine;

namespace Infra.Cli.Commands;

/// <summary><c>explain</c>: where the numbers of an environment come from.</summary>
internal sealed class ExplainCommand : Command
{
    public ExplainCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("explain", "Show where the numbers of an environment come from.")
    {
        Add(new ExplainModelCommand(terminal, project, plans));
        Add(new ExplainCostCommand(terminal, debug, project, plans));
        Add(new ExplainRuleCommand(terminal, project));
        Add(new ExplainPodCommand(terminal, debug, project, plans));
    }
}
