namespace Infra.Stacks.Configuration;

/// <summary>How replicas of a model are spread over zones.</summary>
public enum ZoneSpread
{
    /// <summary>No zone has all replicas: one waits rather than that, until there is a node in another zone.</summary>
    Required,

    /// <summary>As even as nodes allow: where one zone alone has free GPUs, it gets all replicas, and they go with it.</summary>
    Preferred,
}
