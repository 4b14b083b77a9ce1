using Infra.Automation.Engine;
using Infra.Cli.Bases;
using Infra.Cli.Doctor;
using Infra.Cli.Rollbacks;

namespace Infra.Cli;

/// <summary>What commands ask outside this process.</summary>
/// <param name="Git">The repository's history.</param>
/// <param name="Probes">Programs and connections.</param>
/// <param name="Engines">The engine that the Pulumi CLI runs, for a project.</param>
internal sealed record OutsideWorld(IFileHistory Git, IProbes Probes, Func<ProjectFolder, CancellationToken, Task<IStackEngine>> Engines)
{
    /// <summary>What time it is, for whoever may know.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static OutsideWorld OfProcess { get; } = new(new Git(), new Probes(), EngineSource.OpenAsync);
}
