namespace Infra.Core.Nodes;

/// <summary>Spellings of a capacity type.</summary>
public static class CapacityTypes
{
    /// <summary>The capacity type as EKS node groups write it (aws-enums.json, eks.CapacityTypes, November 2026).</summary>
    public static string ToEks(this CapacityType type) => type switch
    {
        CapacityType.OnDemand => "ON_DEMAND",
        CapacityType.Spot => "SPOT",
        CapacityType.CapacityBlock => "CAPACITY_BLOCK",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The capacity type that an EKS spelling names, or null.</summary>
    public static CapacityType? FromEks(string type) => type switch
    {
        "ON_DEMAND" => CapacityType.OnDemand,
        "SPOT" => CapacityType.Spot,
        "CAPACITY_BLOCK" => CapacityType.CapacityBlock,
        _ => null,
    };
}
