using Pulumi;

namespace Infra.Components.Chaos;

/// <summary><c>Schedule</c> of Chaos Mesh (chaos-mesh.org/v1alpha1): an experiment that runs again and again, unless it is paused.</summary>
public sealed class ChaosSchedule(string name, ChaosScheduleArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
