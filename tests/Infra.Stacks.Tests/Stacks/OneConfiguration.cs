namespace Infra.Stacks.Tests.Stacks;

/// <summary>Tests that run the program: its configuration is an environment variable, and there is one of them per process.</summary>
[CollectionDefinition(nameof(OneConfiguration), DisableParallelization = true)]
public sealed class OneConfiguration;
