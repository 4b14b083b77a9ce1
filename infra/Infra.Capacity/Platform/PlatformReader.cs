using System.Collections.Immutable;
using Infra.Capacity.Platform.Reading;
using Infra.Capacity.Service;
using Infra.Core;
using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Platform;

/// <summary>Reads what is simulated from a plan's own objects, whoever read or made the plan. What it doesn't say is said.</summary>
public static class PlatformReader
{
    /// <summary>The platform of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="profiles">What replicas do, by the name of the model, or <c>MODEL@ACCELERATOR</c> for one kind of accelerator. A language model without one is estimated; any other has none then.</param>
    /// <exception cref="InvalidOperationException">A pool's instance types aren't known, so that nobody knows what its nodes offer.</exception>
    public static SimulatedPlatform Of(Plan plan, IReadOnlyDictionary<string, ServiceProfile>? profiles = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (objects, unknowns) = (PlannedObjects.Of(plan), new List<string>());
        var services = objects.OfType(ComponentTypes.InferenceService).Select(found => new PlannedService(objects, found)).ToList();
        var pools = new PoolReader(objects, [.. services.SelectMany(service => service.Pools)], unknowns);
        var profileReader = new ProfileReader(profiles ?? ImmutableDictionary<string, ServiceProfile>.Empty, pools.Pools, unknowns);
        var models = services.Select(service => (Service: service, Model: ModelReader.Of(service, objects, pools, profileReader, unknowns))).Where(read => read.Model is not null).Select(read => (read.Service, read.Model!)).ToList();
        return new SimulatedPlatform
        {
            Environment = plan.Stack,
            Models = ShareReader.Shared(models, unknowns),
            Pools = pools.Pools,
            RoomHolders = pools.RoomHolders(objects),
            NodeProvisioning = ProvisioningReader.Of(objects),
            Unknowns = [.. unknowns],
        };
    }
}
