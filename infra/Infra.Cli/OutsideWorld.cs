using Infra.Cli.Bases;
using Infra.Cli.Doctor;
using Infra.Cli.Rollbacks;

namespace Infra.Cli;

/// <summary>What commands ask outside this process.</summary>
/// <param name="Git">The repository's history.</param>
/// <param name="Probes">Programs and connections.</param>
internal sealed record OutsideWorld(IFileHistory Git, IProbes Probes)
{
    public static OutsideWorld OfProcess { get; } = new(new Git(), new Probes());
}
