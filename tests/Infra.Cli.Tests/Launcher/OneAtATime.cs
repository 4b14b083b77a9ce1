namespace Infra.Cli.Tests.Launcher;

/// <summary>Tests that start processes run one after another, and beside no others.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
