namespace Infra.Capacity.Profiles;

/// <summary>A point of a curve.</summary>
internal sealed record PointPart
{
    public required int Size { get; init; }

    public required double Micros { get; init; }
}
