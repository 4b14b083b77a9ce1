namespace Infra.Planning.Costs;

/// <summary>What money is spent for.</summary>
public enum CostKind
{
    ControlPlane,
    Nodes,
    Disks,
    Network,
    LoadBalancing,
    Storage,
    Databases,
    Monitoring,
    Security,
    Backups,
}
