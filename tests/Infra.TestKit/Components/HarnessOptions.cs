using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.TestKit.Components;

/// <summary>How a program is run by <see cref="ComponentHarness"/>.</summary>
public sealed record HarnessOptions
{
    public string Project { get; init; } = "gpu-inference";

    public string Stack { get; init; } = "test";

    /// <summary>In a preview, what a mock doesn't return is unknown, and an unknown input is dropped; otherwise it is null.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Configuration: <c>project:key</c> to the text of the value.</summary>
    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What a resource returns beside its inputs and the defaults of <see cref="RecordingMocks"/>.</summary>
    public Func<MockResourceArgs, IReadOnlyDictionary<string, object>>? Outputs { get; init; }
}
