namespace Infra.Cli;
internal static class PlanSource
{
    public static IPlanSource Of(ProjectFolder project) => throw new UsageException(project.Path);
}
