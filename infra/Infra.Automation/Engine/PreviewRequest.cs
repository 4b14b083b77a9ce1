using Infra.Planning.Model;

namespace Infra.Automation.Engine;

/// <summary>What a preview is asked.</summary>
public sealed record PreviewRequest
{
    /// <summary>Of what. Default: of an update.</summary>
    public PreviewedOperation Operation { get; init; } = PreviewedOperation.Up;

    /// <summary>Whether the cloud is asked first how things are. Default: no, the state is believed.</summary>
    public bool Refresh { get; init; }

    /// <summary>URNs of the resources that it is about. Default: all.</summary>
    public ValueList<string> Targets { get; init; } = [];

    /// <summary>Another file instead of <c>Pulumi.STACK.yaml</c>. Default: none.</summary>
    public string? ConfigFile { get; init; }
}
