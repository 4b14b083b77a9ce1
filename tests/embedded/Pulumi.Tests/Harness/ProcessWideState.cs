namespace Pulumi.Tests.Harness;

/// <summary>Tests that touch environment variables or the exit code of the process; xunit runs them alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideState
{
    public const string Name = "process-wide state";
}
