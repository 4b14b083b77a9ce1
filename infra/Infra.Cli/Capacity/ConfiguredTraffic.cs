namespace Infra.Cli.Capacity;

/// <summary>The requests that an environment's file names.</summary>
internal sealed class ConfiguredTraffic(Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
{
    /// <returns>Those of the environment that was planned; null where its file names none, or the plan was read.</returns>
    public TrafficRequest? Of(PlanRequest request, bool wasRead)
    {
        if (wasRead)
        {
            return null;
        }

        var folder = project();
        return plans(folder).Read(request).Settings?.Capacity is { } capacity ? TrafficRequest.Of(capacity, folder.Path) : null;
    }
}
