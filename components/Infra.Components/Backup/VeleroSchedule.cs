using Pulumi;

namespace Infra.Components.Backup;

/// <summary><c>Schedule</c> of Velero (velero.io/v1): makes backups again and again.</summary>
public sealed class VeleroSchedule(string name, VeleroScheduleArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
