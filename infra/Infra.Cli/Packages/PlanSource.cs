namespace Infra.Cli;

/// <summary>The build against the Pulumi packages has no engine of its own: there, <c>pulumi preview</c> checks and plans.</summary>
internal static class PlanSource
{
    public static IPlanSource Of(ProjectFolder folder) => throw new UsageException(
        $"this build can't read the environments of '{folder.Path}': it is compiled against the Pulumi packages, which need the Pulumi CLI",
        "Start the command with ./run, which builds it with the embedded engine, or use 'pulumi preview'.");
}
