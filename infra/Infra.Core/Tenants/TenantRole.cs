namespace Infra.Core.Tenants;

/// <summary>What somebody may do in a tenant's namespace. Each role has the rights of those before it.</summary>
public enum TenantRole
{
    /// <summary>Sees what runs and how it is, no Secrets and no logs: these may hold what users asked.</summary>
    Viewer,

    /// <summary>Runs models and work of the team's own, and reads logs.</summary>
    Developer,

    /// <summary>Mends what runs: gets into containers, scales, moves pods, changes Secrets.</summary>
    Operator,
}
