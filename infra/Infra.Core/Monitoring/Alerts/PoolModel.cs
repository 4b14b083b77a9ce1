namespace Infra.Core.Monitoring.Alerts;

/// <summary>A model that may run on a pool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="PodPattern">Regular expression of the names of its pods.</param>
public sealed record PoolModel(string Name, string Namespace, string PodPattern);
