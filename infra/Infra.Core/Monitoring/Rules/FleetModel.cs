namespace Infra.Core.Monitoring.Rules;

/// <summary>A model with GPUs, as rules of costs see it.</summary>
/// <param name="Name">Its name, the value of the label <c>app.kubernetes.io/instance</c> of its pods.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Tenant">Its tenant; null for none.</param>
public sealed record FleetModel(string Name, string Namespace, string? Tenant);
