namespace Pulumi.Embedded;

/// <summary>What the program is told about the resources that it registers.</summary>
public enum EngineMode
{
    /// <summary>What <c>pulumi preview</c> knows is known, everything else is unknown.</summary>
    Preview,

    /// <summary>Everything is known, as in an update: what only a provider could tell is invented, the same at each run.</summary>
    Rendered,
}
