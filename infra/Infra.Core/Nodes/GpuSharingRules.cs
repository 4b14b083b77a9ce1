using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>
/// Which ways of sharing work on which GPUs, and which exclude each other (k8s-device-plugin 0.20.0, README, "Shared Access to GPUs").
/// </summary>
public static class GpuSharingRules
{
    // The device plugin's MPS daemon asks for 48 clients from Volta on (cmd/mps-control-daemon/mps/device.go, read at 1b826acc6).
    private const int MaxMpsClients = 48;

    /// <summary>Checks what a pool asks for and adds everything that is wrong.</summary>
    /// <param name="path">Path of the pool's <c>sharing</c>; problems are there and at keys below it.</param>
    /// <param name="request">What it asks for.</param>
    /// <param name="types">Its instance types, all with NVIDIA GPUs of one name.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <returns>The sharing; whole GPUs where nothing is asked for or something is wrong.</returns>
    public static GpuSharing Check(string path, GpuSharingRequest request, IReadOnlyList<InstanceType> types, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        CheckExclusions(path, request, problems);
        CheckReplicas(ConfigPath.Key(path, "timeSlicing"), request.TimeSlicing, int.MaxValue, problems);
        CheckReplicas(ConfigPath.Key(path, "mps"), request.Mps, MaxMpsClients, problems);
        if (request.MigLayout is { } layout && types.Count > 0)
        {
            CheckMig(ConfigPath.Key(path, "mig"), layout, request.MigStrategy, types, problems);
        }

        return problems.Count > before ? GpuSharing.None : request switch
        {
            { TimeSlicing: { } replicas } => GpuSharing.TimeSlicing(replicas),
            { Mps: { } replicas } => GpuSharing.Mps(replicas),
            { MigLayout: { } name } => GpuSharing.Mig(name, request.MigStrategy),
            _ => GpuSharing.None,
        };
    }

    private static void CheckExclusions(string path, GpuSharingRequest request, ConfigProblems problems)
    {
        var (slicing, mps, mig) = (request.TimeSlicing is not null, request.Mps is not null, request.MigLayout is not null);
        if (slicing && mps)
        {
            problems.Add(path, "'timeSlicing' and 'mps' exclude each other: NVIDIA's device plugin shares all GPUs of a node in one way; keep one of them");
        }

        if (slicing && mig)
        {
            problems.Add(path, "'timeSlicing' and 'mig' exclude each other: containers that take turns on a piece can take each other's memory, which MIG is there to prevent; choose a layout with smaller pieces, or keep 'timeSlicing' alone");
        }

        if (mps && mig)
        {
            problems.Add(path, "'mps' and 'mig' exclude each other: NVIDIA's device plugin can't run MPS on GPUs that are cut into pieces; keep one of them");
        }
    }

    private static void CheckReplicas(string path, int? replicas, int max, ConfigProblems problems)
    {
        if (replicas is { } number && (number < 2 || number > max))
        {
            var allowed = max == int.MaxValue ? "2 or more" : $"2 to {max}";
            problems.Add(path, $"{number} containers per GPU; allowed: {allowed}; without the key a container has whole GPUs");
        }
    }

    private static void CheckMig(string path, string layout, MigStrategy strategy, IReadOnlyList<InstanceType> types, ConfigProblems problems)
    {
        var first = types[0].Accelerator!.Model;
        if (first.Mig is not { } mig)
        {
            var able = InstanceCatalog.Default.Models.Where(model => model.Mig is not null).Select(model => model.Name).Distinct();
            problems.Add(path, $"{first.Name} GPUs can't be cut into pieces; those that can: {string.Join(", ", able)}; share these with 'timeSlicing' or 'mps'");
            return;
        }

        if (types.FirstOrDefault(type => type.Accelerator!.Model != first) is { } other)
        {
            problems.Add(path, $"'{types[0].Name}' has {first.Id} GPUs, but '{other.Name}' has {other.Accelerator!.Model.Id}, whose pieces differ; make another pool");
            return;
        }

        if (mig.Layout(layout) is not { } pieces)
        {
            var hint = Suggestion.Nearest(layout, mig.Layouts) is { } nearest ? $"did you mean '{nearest}'? " : "";
            problems.Add(ConfigPath.Key(path, "layout"), $"'{layout}' is no layout of {first.Id} GPUs; {hint}there are: {string.Join(", ", mig.Layouts)}");
            return;
        }

        if (strategy == MigStrategy.Single && pieces.Length > 1)
        {
            problems.Add(ConfigPath.Key(path, "strategy"), $"'single' needs pieces of one size, but the layout '{layout}' has {pieces.Length}; use 'mixed'");
        }
    }
}
