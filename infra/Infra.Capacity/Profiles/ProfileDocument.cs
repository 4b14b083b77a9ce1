namespace Infra.Capacity.Profiles;

/// <summary>The file that a service profile stands in: exactly one of <see cref="Requests"/> and <see cref="Tokens"/>.</summary>
internal sealed record ProfileDocument
{
    /// <summary>Of this form of the file: 1.</summary>
    public required int SchemaVersion { get; init; }

    public required string Source { get; init; }

    public bool IsEstimate { get; init; }

    public double GpuBusyShare { get; init; } = 1;

    public double? CpuMicrosPerRequest { get; init; }

    public RequestPart? Requests { get; init; }

    public TokenPart? Tokens { get; init; }
}
