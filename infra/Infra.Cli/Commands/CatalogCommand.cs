using System.CommandLine;

namespace Infra.Cli.Commands;

/// <summary><c>catalog</c>: the facts that the project goes by.</summary>
internal sealed class CatalogCommand : Command
{
    public CatalogCommand(Terminal terminal)
        : base("catalog", "Look at the facts about AWS and models that the project goes by.")
    {
        Add(new CatalogInstancesCommand(terminal));
        Add(new CatalogModelsCommand(terminal));
    }
}
