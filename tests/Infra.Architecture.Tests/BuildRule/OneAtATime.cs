namespace Infra.Architecture.Tests.BuildRule;

/// <summary>Tests that start builds run one after another, and beside no others.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
