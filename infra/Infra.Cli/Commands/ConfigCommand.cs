using System.CommandLine;

namespace Infra.Cli.Commands;

/// <summary><c>config</c>: what concerns an environment's configuration alone.</summary>
internal sealed class ConfigCommand : Command
{
    public ConfigCommand(Terminal terminal, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("config", "Look at the configuration of an environment.") =>
        Add(new ConfigCheckCommand(terminal, project, plans));
}
