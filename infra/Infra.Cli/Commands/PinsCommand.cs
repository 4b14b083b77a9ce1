using System.CommandLine;
using Infra.Cli.Registries;

namespace Infra.Cli.Commands;

/// <summary><c>pins</c>: the versions of what others publish.</summary>
internal sealed class PinsCommand : Command
{
    public PinsCommand(Terminal terminal, Func<ProjectFolder> project, RegistryAccess registries)
        : base("pins", "Look after the pinned versions of what others publish.") => Add(new PinsResolveCommand(terminal, project, registries));
}
