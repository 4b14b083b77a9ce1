using System.Runtime.ExceptionServices;
using Pulumi;

namespace Infra.TestKit.Components;

/// <summary>What one run of a program leaves behind for the harness.</summary>
internal sealed class HarnessRecording(Action program)
{
    public Action Program { get; } = program;

    /// <summary>In the order of construction.</summary>
    public List<(Resource Resource, ResourceOptions Options)> Options { get; } = [];

    /// <summary>What the program itself threw; the SDK passes on its text only.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }
}
