namespace Pulumi.Conformance.Tests;

/// <summary>A delegate for the tests of the checker.</summary>
public delegate Task<string?> SampleCallback(SampleArgs args, int attempt = 1);
