using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.TestKit.Components;

/// <summary>One resource as a program registered it: what the provider gets, and the options that mocks don't show.</summary>
public sealed record Registration
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The typed object, for what a component exposes.</summary>
    public required Resource Resource { get; init; }

    /// <summary>Keys in ordinal order; whole numbers without a fraction; unknown properties are absent.</summary>
    public required JObject Inputs { get; init; }

    /// <summary>What a component gave to RegisterOutputs; null when it didn't call it. Unknowns and secrets as in a plan.</summary>
    public JObject? Outputs { get; init; }

    /// <summary>The parent's name; null for a child of the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>The name of the explicit or inherited provider; null for the default one.</summary>
    public string? Provider { get; init; }

    /// <summary>The names of the resources in DependsOn, in the order given.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public string? DeletedWith { get; init; }

    public CustomTimeouts? CustomTimeouts { get; init; }

    /// <summary>The inputs as indented JSON text, for exact assertions.</summary>
    public string InputsJson => Inputs.ToString(Formatting.Indented).ReplaceLineEndings("\n");

    /// <summary><c>type name</c>.</summary>
    public override string ToString() => $"{Type} {Name}";
}
