namespace Infra.Cli;

/// <summary>Where plans come from: the embedded engine, in the build that has it.</summary>
internal interface IPlanSource
{
    /// <summary>Checks the configuration of an environment that exists; the program doesn't run.</summary>
    EnvironmentCheck Check(string environment);

    /// <summary>The plan of an environment that exists, or why there is none.</summary>
    Task<PlanResult> PlanAsync(string environment);
}
