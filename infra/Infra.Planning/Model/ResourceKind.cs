namespace Infra.Planning.Model;

/// <summary>What a resource is to Pulumi's engine.</summary>
public enum ResourceKind
{
    Stack,
    Provider,

    /// <summary>Groups other resources; nothing is created for it outside the state.</summary>
    Component,

    /// <summary>Managed by a provider.</summary>
    Custom,
}
