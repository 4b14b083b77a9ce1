namespace Infra.Core.Catalog;

/// <summary>The newest version of a runtime that is known to run on an accelerator.</summary>
/// <param name="Runtime">The runtime, for example <c>vLLM</c>.</param>
/// <param name="Version">The version.</param>
/// <param name="Source">Where that was read; its note says what later versions do.</param>
public sealed record LastRuntime(string Runtime, string Version, FactSource Source)
{
    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Runtime} {Version}";
}
