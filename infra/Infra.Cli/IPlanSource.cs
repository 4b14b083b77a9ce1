using Infra.Stacks;

namespace Infra.Cli;

/// <summary>Where plans come from: the embedded engine, in the build that has it.</summary>
internal interface IPlanSource
{
    /// <summary>Checks the configuration of an environment; the program doesn't run.</summary>
    /// <exception cref="UsageException">The request names a file that can't be used.</exception>
    EnvironmentCheck Check(PlanRequest request);

    /// <summary>Checks the configuration of an environment and reads it; the program doesn't run. No settings where there are problems.</summary>
    /// <exception cref="UsageException">The request names a file that can't be used.</exception>
    (EnvironmentCheck Check, PlatformSettings? Settings) Read(PlanRequest request);

    /// <summary>The plan of an environment, or why there is none.</summary>
    /// <exception cref="UsageException">The request names a file that can't be used.</exception>
    Task<PlanResult> PlanAsync(PlanRequest request);
}
